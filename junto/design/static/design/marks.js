// Writes Markdown marks into a textarea, so that the browser's own undo takes them back.
function replace(box, from, to, text, select = [text.length, text.length]) {
  box.focus();
  box.setSelectionRange(from, to);
  // insertText is old, but the only way that keeps the undo history of a textarea
  const done = document.execCommand("insertText", false, text);
  if (!done) {
    box.setRangeText(text, from, to, "end");
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  box.setSelectionRange(from + select[0], from + select[1]);
}

export const insert = replace;

// Puts a mark on both sides of what is selected, or takes it away when it is there.
export function around(box, mark) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const chosen = value.slice(from, to);
  const size = mark.length;
  if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark)
    return replace(box, from - size, to + size, chosen, [0, chosen.length]);
  replace(box, from, to, mark + chosen + mark, [size, size + chosen.length]);
}

// Begins each selected line with a mark, or takes it away when every line has it.
export function before(box, mark) {
  const { value } = box;
  const from = value.lastIndexOf("\n", box.selectionStart - 1) + 1;
  const end = value.indexOf("\n", box.selectionEnd);
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(mark));
  const text = lines.map((line) => (all ? line.slice(mark.length) : mark + line)).join("\n");
  replace(box, from, to, text);
}

// One line becomes code in the sentence, several become a block.
export function code(box) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const chosen = value.slice(from, to);
  if (!chosen.includes("\n")) return around(box, "`");
  replace(box, from, to, `\n\`\`\`\n${chosen}\n\`\`\`\n`, [5, 5 + chosen.length]);
}

// The words become the text of the link, the cursor waits where the address goes.
export function link(box) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const chosen = value.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  if (isAddress) return replace(box, from, to, `[](${chosen})`, [1, 1]);
  const at = chosen.length + 3;
  replace(box, from, to, `[${chosen}](https://)`, chosen ? [at, at + 8] : [1, 1]);
}
