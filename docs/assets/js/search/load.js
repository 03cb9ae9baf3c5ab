// Bring the index and open it.  The small file that names it is asked for anew each time; the index itself never changes.
import { open } from "./engine.js";

export async function load(from) {
  const latest = await json(new URL("muc-luc.json", from), { cache: "no-cache" });
  return open(await json(new URL(latest.index, from)));
}

async function json(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}
