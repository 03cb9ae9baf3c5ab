// Tell who scanned a posted sheet whether it is still current; print the page as one.
import { element } from "./element.js";

const VERSION = /^[bcdfghkmnpqrstvwxz]{8}$/;
const place = document.querySelector("[data-mb-posted]");
const scanned = new URLSearchParams(location.search).get("ban");
if (place && scanned !== null) tell(place, scanned.trim().toLowerCase());

const button = document.querySelector('.mb-rail a[href="#to-niem-yet"]');
button?.addEventListener("click", (event) => {
  event.preventDefault();
  window.print();
});

function tell(place, version) {
  const { version: current, ended } = place.dataset;
  const [tone, said, more] = answer(version, current, ended);
  place.classList.add(`mb-posted--${tone}`);
  place.hidden = false;
  place.append(element("span", { class: "mb-wrap" }, element("strong", {}, said), " ", more));
}

// Return the tone, what to know first, and what besides; the address is text of anybody, and shown only in its own shape.
function answer(version, current, ended) {
  if (ended) return ["old", "Tờ niêm yết bạn quét không còn giá trị.", `Thủ tục này: ${ended.toLowerCase()}.`];
  if (version === current) return ["current", "Tờ niêm yết bạn quét là bản hiện hành.", `Bản ${current}.`];
  if (VERSION.test(version)) return ["old", "Tờ niêm yết bạn quét đã cũ.", `Hãy theo thông tin ở trang này. Tờ ấy là bản ${version}, nay là bản ${current}.`];
  return ["current", "Địa chỉ không có mã bản đúng dạng.", `Thông tin ở trang này là bản ${current}.`];
}
