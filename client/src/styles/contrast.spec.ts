import { readFileSync } from 'node:fs';

/** The pairs that must stand apart, and by how much (WCAG 2.2 ratio). Body text is held to 7, for tired eyes and dim screens. */
const PAIRS: readonly (readonly [text: string, ground: string, atLeast: number])[] = [
  ['text', 'bg', 7],
  ['text', 'surface', 7],
  ['text', 'sunken', 7],
  ['text-2', 'bg', 4.5],
  ['text-2', 'surface', 4.5],
  ['text-2', 'sunken', 4.5],
  ['accent', 'bg', 4.5],
  ['accent', 'surface', 4.5],
  ['accent-hover', 'bg', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-accent-soft', 'accent-soft', 4.5],
  ['due', 'due-soft', 4.5],
  ['attention', 'attention-soft', 4.5],
  ['ok', 'ok-soft', 4.5],
  ['info', 'info-soft', 4.5],
  ['safety', 'safety-soft', 4.5],
  ['safety', 'surface', 4.5],
  ['safety', 'bg', 4.5],
  ['on-safety', 'safety', 4.5],
  ['control', 'surface', 3],
  ['control', 'bg', 3],
  ['focus', 'bg', 3],
  ['focus', 'surface', 3],
  ['person-a', 'surface', 4.5],
  ['person-b', 'surface', 4.5],
  ['person-a', 'bg', 4.5],
  ['person-b', 'bg', 4.5],
];

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** Token name to its light and its dark hex, from the rule that begins with `selector`. */
function themes(selector: string): ReadonlyMap<string, readonly [light: string, dark: string]> {
  // Alone, or the first of several.
  const start = Math.max(css.indexOf(`\n  ${selector} {`), css.indexOf(`\n  ${selector},\n`));
  expect(start).toBeGreaterThan(0);
  const rule = css.slice(start, css.indexOf('\n  }', start));
  const found = rule.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/gi);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['ledger', ':root'],
  ['lamplight', ":root[data-face='portal']"],
])('the colours of %s', (_, selector) => {
  const tokens = themes(selector);
  const hex = (name: string, mode: 0 | 1): string => {
    const pair = tokens.get(name);
    if (!pair) throw new Error(`no token --${name}`);
    return pair[mode];
  };

  it.each(PAIRS)('%s on %s reaches %d in light and dark', (text, ground, atLeast) => {
    expect(ratio(hex(text, 0), hex(ground, 0))).toBeGreaterThanOrEqual(atLeast);
    expect(ratio(hex(text, 1), hex(ground, 1))).toBeGreaterThanOrEqual(atLeast);
  });

  it('tells the partners apart by lightness too, not by hue alone', () => {
    expect(ratio(hex('person-a', 0), hex('person-b', 0))).toBeGreaterThanOrEqual(1.5);
    expect(ratio(hex('person-a', 1), hex('person-b', 1))).toBeGreaterThanOrEqual(1.5);
  });
});
