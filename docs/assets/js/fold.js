// Fold Vietnamese text so that it is found when typed without marks; the same as generator/fold.py.
export function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
}
