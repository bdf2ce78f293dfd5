/** A made-up word of eight letters; the last digits of a number make its beginning, so that neighbours begin apart. */
const word = (n: number): string => {
  const syllables = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'ri', 'so', 'tu'];
  const digits = [...String(1000 + (n % 9000))].reverse();
  return digits.map((digit) => syllables[Number(digit)]).join('');
};

/** Three hundred words, half of them twice. */
const NOTE = Array.from({ length: 300 }, (_, i) => word(i % 150)).join(' ');

/** A note as it saves itself while it is written: with `fresh`, six words are others than the time before. */
export function noteBody(version: number, fresh: boolean): object {
  const words = fresh ? [1, 2, 3, 4, 5, 6].map((n) => word(version * 6 + n)) : [];
  return { sections: { text: [NOTE, ...words].join(' ') + '.'.repeat(version % 7) } };
}
