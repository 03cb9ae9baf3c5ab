// Bring the index.  The small file that names it is asked for anew each time; the index itself never changes.

// Return the index as it came, and whether it is a copy kept on this device because there is no network.
export async function load(from) {
  const latest = await fetched(new URL("muc-luc.json", from), { cache: "no-cache" });
  const index = await fetched(new URL((await latest.json()).index, from));
  return { index: await index.arrayBuffer(), isKept: latest.headers.has("x-minhbach-kept") };
}

async function fetched(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}
