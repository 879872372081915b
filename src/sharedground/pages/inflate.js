// Unpacks deflated bytes (RFC 1951), for browsers too old to do so themselves.

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385,
  24577,
];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A code by the lengths of its words: how many there are of each length, and the symbols in order. */
function codeOf(lengths) {
  const counts = new Array(16).fill(0);
  lengths.forEach((length) => length && counts[length]++);
  const starts = [0, 0];
  for (let length = 1; length < 15; length++) starts[length + 1] = starts[length] + counts[length];
  const symbols = [];
  lengths.forEach((length, symbol) => length && (symbols[starts[length]++] = symbol));
  return { counts, symbols };
}

const FIXED = [
  codeOf(Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))),
  codeOf(new Array(30).fill(5)),
];

/** The bytes that `packed` (a Uint8Array of raw deflate) was made of; there are `size` of them. */
export function inflate(packed, size) {
  const out = new Uint8Array(size);
  let filled = 0;
  let at = 0;
  let held = 0;
  let bitsHeld = 0;

  function bits(count) {
    while (bitsHeld < count) {
      held |= packed[at++] << bitsHeld;
      bitsHeld += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    bitsHeld -= count;
    return value;
  }

  function symbolOf({ counts, symbols }) {
    let word = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      word |= bits(1);
      if (word - first < counts[length]) return symbols[index + word - first];
      index += counts[length];
      first = (first + counts[length]) << 1;
      word <<= 1;
    }
    throw new Error("the page's data are damaged");
  }

  function codesRead() {
    const [literals, distances, used] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
    const first = new Array(19).fill(0);
    for (let each = 0; each < used; each++) first[ORDER[each]] = bits(3);
    const code = codeOf(first);
    const lengths = [];
    while (lengths.length < literals + distances) {
      const symbol = symbolOf(code);
      if (symbol < 16) lengths.push(symbol);
      else {
        const length = symbol === 16 ? lengths[lengths.length - 1] : 0;
        const times = symbol === 16 ? 3 + bits(2) : symbol === 17 ? 3 + bits(3) : 11 + bits(7);
        for (let each = 0; each < times; each++) lengths.push(length);
      }
    }
    return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))];
  }

  function stored() {
    held = bitsHeld = 0;
    const length = packed[at] | (packed[at + 1] << 8);
    out.set(packed.subarray(at + 4, at + 4 + length), filled);
    at += 4 + length;
    filled += length;
  }

  function coded([literals, distances]) {
    for (let symbol = symbolOf(literals); symbol !== 256; symbol = symbolOf(literals)) {
      if (symbol < 256) out[filled++] = symbol;
      else {
        const length = LENGTHS[symbol - 257] + bits(LENGTH_BITS[symbol - 257]);
        const far = symbolOf(distances);
        const back = DISTANCES[far] + bits(DISTANCE_BITS[far]);
        for (let each = 0; each < length; each++, filled++) out[filled] = out[filled - back];
      }
    }
  }

  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) stored();
    else coded(kind === 1 ? FIXED : codesRead());
  }
  return out;
}
