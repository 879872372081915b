// The findings as a file for a spreadsheet or for pandas, and a second file that says what its columns mean.

const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell that no spreadsheet takes for a formula; a bare number, also one below nought, stays a number. */
function harmless(value) {
  const text = Array.isArray(value) ? value.join("; ") : String(value ?? "");
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** With a mark at the front by which spreadsheets know that it is UTF-8. */
const file = (rows) => `\uFEFF${rows.map((row) => row.map((cell) => quoted(harmless(cell))).join(",")).join("\r\n")}\r\n`;

/** `rows` are findings as they are shown, each with why it is there. */
export const asCsv = (columns, rows) => file([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ key }) => row[key]))]);

/** `about` says what the file of findings holds, and when it was made from what. */
export const columnsAsCsv = (columns, about) =>
  file([
    ["column", "meaning", "words_it_may_hold"],
    ["(the whole file)", about, ""],
    ["(any cell)", "A cell that would begin with = + - or @ begins with an apostrophe, so that no spreadsheet takes it for a formula. Numbers stay as they are.", ""],
    ...columns.map(({ name, meaning, words }) => [name, meaning, words]),
  ]);
