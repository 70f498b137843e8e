// Which texts a few typed words are about, best first: by stems, by Greek names, and, for a word that nothing has, by words one typo away.
const searching = (() => {
  "use strict";
  const GREEK = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(" ");
  const COMMON = new Set("a an and are as at be by can could do does for from has help helps have how i if in is it its of on or so than that the their there they this to too was were what when which why will with you".split(" "));
  const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+|\.\p{N}+)*/gu;
  // British and American spelling first, then what a word takes on at its end, from long to short.
  const ENDINGS = [[/(?:[iy][sz])(?:ations?|e[drs]?|ers?|ing)$/, "iz"], [/(?:ations?|at(?:e[ds]?|ing|ors?))$/, ""], [/(?:ences?|ents?)$/, ""],
    [/(?:ings?|edly|ed|ers?|ly|es|s|e)$/, ""], [/([bdgmnprt])\1$/, "$1"]];

  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[’']/g, "").replace(/[α-ω]/g, (letter) => ` ${GREEK[letter.charCodeAt(0) - 945]} `).replace(/ϵ|ε/g, " epsilon ");
  const joined = (text) => plain(text).match(WORD) || [];
  const words = (text) => joined(text).flatMap((word) => (word.includes("-") ? [word, ...word.split("-")] : [word]));
  const stems = new Map();

  function stem(word) {
    if (!stems.has(word)) stems.set(word, ENDINGS.reduce((left, [end, by]) => (left.replace(end, by).length > 2 ? left.replace(end, by) : left), word));
    return stems.get(word);
  }

  // Where two words first differ, one letter is changed, left out, put in, or two are exchanged.
  function typo(one, other) {
    if (Math.abs(one.length - other.length) > 1 || one === other) return false;
    let at = 0;
    while (one[at] === other[at]) at += 1;
    const [a, b] = [one.slice(at), other.slice(at)];
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }

  // `fields`: texts with how much a word in them weighs.
  function indexed(fields) {
    const weights = new Map();
    for (const [text, weight] of fields) for (const word of words(text)) if (!(weights.get(word) >= weight)) weights.set(word, weight);
    return weights;
  }

  const has = (word, asked) => (word === asked ? 3 : stem(word) === stem(asked) ? 2 : asked.length > 1 && word.startsWith(asked) ? 1 : 0);

  function score(index, asked) {
    let best = 0;
    for (const [word, weight] of index) best = Math.max(best, weight * has(word, asked));
    return best;
  }

  // The words that are looked for: without the common ones, where there are others; of one that no text has, those one typo away.
  function asked(text, indexes) {
    // An id, or min-max, where a text has it; else each part by itself.
    const typed = joined(text).flatMap((word) => (indexes.some((index) => score(index, word)) ? [word] : word.split("-"))), telling = typed.filter((word) => !COMMON.has(word));
    return (telling.length ? telling : typed).map((word) => {
      if (word.length < 4 || indexes.some((index) => score(index, word))) return { any: [word] };
      const near = new Set(indexes.flatMap((index) => [...index.keys()].filter((each) => typo(word, each))));
      return near.size ? { any: [...near], instead: word } : { any: [word] };
    });
  }

  // How well a text fits: nothing unless it has all words, or all but so many.
  function scored(index, groups, lacking) {
    const each = groups.map((group) => Math.max(...group.any.map((word) => score(index, word)))), had = each.filter(Boolean);
    return had.length && groups.length - had.length <= lacking ? had.reduce((sum, one) => sum + one, 0) : 0;
  }

  // The words of an element that are looked for, as ranges.
  function ranges(element, groups) {
    const found = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const match of node.data.matchAll(/[\p{L}\p{N}’']+/gu)) {
        if (!words(match[0]).some((word) => groups.some((group) => group.any.some((each) => has(word, each))))) continue;
        const range = new Range();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        found.push(range);
      }
    }
    return found;
  }

  return { indexed, asked, scored, ranges };
})();
