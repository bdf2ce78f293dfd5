import type { ItemDto, MappingDto, NewMapping, ScaleFactsDto, ScaleFactsItemDto } from '../../../api/types.gen';
import type { FieldProblem } from '../../core/problems';

/** What somebody has said so far. Empty text: nothing yet. Points are kept as text, as a list of choices gives them. */
export interface Said {
  as: string;
  /** Key of the form's item to key of the scale's. */
  items: Readonly<Record<string, string>>;
  /** Key of the form's item, then of its option, to points. */
  points: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What is known already: an earlier mapping, and what the file says its options are worth. Nothing follows from an order. */
export function begin({ as, items, options, asked }: MappingDto): Said {
  const points = asked.map((item): [string, Record<string, string>] => {
    const known = (options[item.key] ?? {}) as Record<string, unknown>;
    const worth = item.options.map(({ key, value }) => [key, textOf(known[key] ?? value)] as const);
    return [item.key, Object.fromEntries(worth)];
  });
  const named = Object.entries(items).map(([key, target]) => [key, String(target)] as const);
  return { as: as ?? '', items: Object.fromEntries(named), points: Object.fromEntries(points) };
}

/** Another scale: items that carry its codes stand for their namesakes, the others for nothing. */
export function chooseScale(said: Said, facts: ScaleFactsDto | undefined, asked: readonly ItemDto[]): Said {
  const known = asked.flatMap(({ key, loinc }) => {
    const target = facts?.items.find((each) => each.loinc !== null && each.loinc === loinc);
    return target ? [[key, target.key] as const] : [];
  });
  return { ...said, as: facts?.code ?? '', items: Object.fromEntries(known) };
}

/** Questions in the order they stand for items in theirs: said by a person, who then looks at each. */
export function inOrder(said: Said, facts: ScaleFactsDto, asked: readonly ItemDto[]): Said {
  const scored = facts.items.filter((item) => item.scored);
  const choices = asked.filter(({ type }) => type === 'choice');
  return {
    ...said,
    items: Object.fromEntries(scored.flatMap(({ key }, at) => (choices[at] ? [[choices[at].key, key]] : []))),
  };
}

/** The points of one item given to all that have the same options, in whatever order these stand. */
export function sameForAll(said: Said, from: ItemDto, asked: readonly ItemDto[]): Said {
  const alike = asked.filter((item) => optionKeys(item) === optionKeys(from));
  const worth = said.points[from.key] ?? {};
  return { ...said, points: { ...said.points, ...Object.fromEntries(alike.map(({ key }) => [key, worth])) } };
}

export const optionKeys = ({ options }: Pick<ItemDto, 'options'>): string =>
  JSON.stringify(options.map(({ key }) => key).sort());

export function setPoints(said: Said, item: string, option: string, worth: string): Said {
  return { ...said, points: { ...said.points, [item]: { ...said.points[item], [option]: worth } } };
}

export function setItem(said: Said, item: string, target: string): Said {
  const others = Object.entries(said.items).filter(([key]) => key !== item);
  return { ...said, items: Object.fromEntries(target === '' ? others : [...others, [item, target]]) };
}

/** Of what counts, what nobody has said yet: by key of the form's item, or `as` and `items` for the whole. */
export function gaps(said: Said, facts: ScaleFactsDto | undefined, asked: readonly ItemDto[]): Map<string, string> {
  const found = new Map<string, string>();
  if (!facts) return found.set('as', $localize`Choose the scale that this form is.`);
  const scored = facts.items.filter((item) => item.scored);
  const missing = scored.flatMap(({ key }, at) => (Object.values(said.items).includes(key) ? [] : [at + 1]));
  if (missing.length > 0)
    found.set('items', $localize`No question stands for item ${missing.join(', ')}:items: of ${facts.title}:scale:.`);
  for (const { key } of asked) {
    const target = factOf(said, facts, key);
    const twice = Object.entries(said.items).some(([other, its]) => other !== key && its === target?.key);
    if (!target) continue;
    if (twice) found.set(key, $localize`Another question stands for this item as well.`);
    else if (target.scored && Object.values(said.points[key] ?? {}).includes(''))
      found.set(key, $localize`Say what each option is worth.`);
  }
  return found;
}

/** What is sent: of each item that counts, the points of its options. */
export function mappingBody(said: Said, facts: ScaleFactsDto): NewMapping {
  const counted = Object.keys(said.items).filter((key) => factOf(said, facts, key)?.scored);
  const numbers = (worth: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(worth).map(([key, points]) => [key, Number(points)]));
  return {
    as: said.as,
    items: { ...said.items },
    options: Object.fromEntries(counted.map((key) => [key, numbers(said.points[key] ?? {})])),
  };
}

/** What the server refused, at the row it is about: `options.<item>`, `options.<item>.<option>`, `items.<item>`, `items`, `as`. */
export function refusals(errors: readonly FieldProblem[], asked: readonly ItemDto[]): Map<string, string> {
  const keys = asked.map(({ key }) => key).toSorted((a, b) => b.length - a.length);
  return new Map(
    errors.map(({ path, message }) => {
      const rest = path.replace(/^(?:options|items)\./, '');
      return [keys.find((key) => rest === key || rest.startsWith(`${key}.`)) ?? path, message];
    }),
  );
}

export const factOf = (said: Said, facts: ScaleFactsDto | undefined, key: string): ScaleFactsItemDto | null =>
  facts?.items.find((each) => each.key === said.items[key]) ?? null;

/** Which end is which, once both are known: the words of the options with the most and the fewest points, as they count. */
export interface Polarity {
  first: string;
  last: string;
  better: string;
  worse: string;
  reverse: boolean;
}

export function polarity(
  said: Said,
  item: ItemDto,
  fact: ScaleFactsItemDto,
  direction: ScaleFactsDto['direction'],
): Polarity | null {
  const points = item.options.map(({ key, text }) => ({ text, worth: Number(said.points[item.key]?.[key] || NaN) }));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.some(({ worth }) => Number.isNaN(worth))) return null;
  const ranked = points.toSorted((a, b) => a.worth - b.worth);
  const isHighGood = (direction === 'higher_better') !== fact.reverse;
  const [low, high] = [ranked[0]!.text, ranked.at(-1)!.text];
  return {
    first: String(first.worth),
    last: String(last.worth),
    better: isHighGood ? high : low,
    worse: isHighGood ? low : high,
    reverse: fact.reverse,
  };
}

const textOf = (value: unknown): string => (typeof value === 'number' ? String(value) : '');
