import fc from 'fast-check';
import type { Json } from './forms.js';

/** One thing done to a file: to which list of items or options, at which of its places, as a part of its length. */
export interface Mutation {
  kind: 'remove' | 'repeat' | 'swap' | 'rename' | 'replace' | 'drop' | 'move';
  at: number;
  depth: readonly ('item' | 'answerOption')[];
  value?: unknown;
}

const at = fc.double({ min: 0, max: 0.999, noNaN: true });
const value = fc.oneof(
  fc.constantFrom('', 'choice', 'group', 'display', 'open-choice', 'integer', null, 0, -1, 3, 2.5, true, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
);

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('remove', 'repeat', 'swap', 'rename', 'replace', 'drop', 'move'),
  at,
  depth: fc.constantFrom(['item'], ['item', 'answerOption']),
  value,
});

/** The file with one thing done to it; the same again for the same mutation. */
export function mutated(file: Json, { kind, at: part, depth, value: put }: Mutation): Json {
  const copy = structuredClone(file);
  let owner = copy;
  for (const name of depth.slice(0, -1)) {
    const inside = listOf(owner, name);
    owner = inside[Math.floor(part * inside.length)] ?? owner;
  }
  const list = listOf(owner, depth.at(-1)!);
  const place = Math.floor(part * list.length);
  const chosen = list[place];
  if (chosen === undefined) return copy;
  const keys = Object.keys(chosen);
  const key = keys[Math.floor(part * 1000) % keys.length] ?? '';
  const next = list[(place + 1) % list.length]!;
  const acts: Record<Mutation['kind'], () => void> = {
    remove: () => void list.splice(place, 1),
    repeat: () => void list.push(structuredClone(chosen)),
    // what the one says under this name, the other says now
    swap: () => ([chosen['extension'], next['extension']] = [next['extension'], chosen['extension']]),
    rename: () => void (chosen[`${key}s`] = take(chosen, key)),
    replace: () => void (chosen[key] = put),
    drop: () => void take(chosen, key),
    move: () => void list.unshift(...list.splice(place, 1)),
  };
  acts[kind]();
  return copy;
}

const listOf = (owner: Json, name: string): Json[] => (Array.isArray(owner[name]) ? (owner[name] as Json[]) : []);

function take(owner: Json, key: string): unknown {
  const held = owner[key];
  delete owner[key];
  return held;
}
