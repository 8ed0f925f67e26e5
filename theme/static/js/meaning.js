/* Words of a question, and the needs that they mean. */

export const bare = (text) => text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD").replace(/\p{M}/gu, "");
export const spaced = (text) => ` ${bare(text).replace(/[^a-z0-9]+/g, " ").trim()} `;

/* The words of a question, without accents; «wi-fi» is one. */
export const wordsOf = (text) => (bare(text).replace(/\bwi[- ]fi\b/g, "wifi").match(/[\p{L}\p{N}]+/gu) || [])
  .map((word) => word.replace(/^st(e?)$/, "saint$1"));

/* What `words` mean, the surest first: a key of `keywords` and the words that say it (`used`). See
   plugins/vocabulary/keywords.py. `like`: whether a word may be a slip for one. */
export function meanings(words, keywords, like = () => false) {
  const said = (start) => words.filter((word) => word === start || (start[3] && word.startsWith(start)) || like(start, word));
  return Object.entries(keywords).map(([need, expressions]) => {
    const used = new Map(); // word → its weight
    for (const expression of expressions.split(",")) {
      const parts = expression.replace("?", "").split(" ").map(said);
      if (!parts.every((some) => some.length)) continue;
      for (const word of parts.flat()) used.set(word, Math.max(used.get(word) || 0, expression.endsWith("?") ? 0.1 : word.length));
    }
    return { need, used: [...used.keys()], weight: [...used.values()].reduce((a, b) => a + b, 0) };
  }).filter(({ weight }) => weight).sort((a, b) => b.weight - a.weight);
}
