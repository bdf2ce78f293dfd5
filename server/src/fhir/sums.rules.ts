import { treeOf, type Tree } from './fhirpath.rules.js';

/** A plain sum of answers: how often each item goes into it. */
export interface Sum {
  /** linkId to weight. */
  adds: ReadonlyMap<string, number>;
  /** A question left open counts as nothing, where it could make the whole unknown. */
  openAsNothing: boolean;
}

export interface Around {
  /** Expressions by the names they are called by. */
  variables: ReadonlyMap<string, string>;
  /** linkIds of all items whose answers the file gives points. */
  withPoints: readonly string[];
}

/** Names that call each other are followed no further than this. */
const MOST_CALLS = 8;
const WORTH = new Set(['value', 'valueInteger', 'valueDecimal', 'ordinal', 'weight']);
const ALSO = new Set([...WORTH, 'valueCoding', 'extension', 'first', 'toInteger', 'toDecimal', 'where']);

/** What an expression adds up; null where it does anything else. Only its shape is looked at: nothing in it is carried out. */
export function sumOf(expression: string, around: Around): Sum | null {
  return new Reading(around).sum(treeOf(expression), 0);
}

/** Each name is looked up once, however often it is called: what a stranger wrote cannot keep anybody busy. */
class Reading {
  private readonly sums = new Map<string, Sum | null>();
  private readonly presences = new Map<string, boolean>();

  constructor(private readonly around: Around) {}

  sum(tree: Tree | null, calls: number): Sum | null {
    switch (tree?.kind) {
      case 'variable':
        return this.named(this.sums, tree.name, calls, null, (inner) => this.sum(inner, calls + 1));
      case 'two':
        return tree.op === '+' ? this.added(tree, calls) : tree.op === '*' ? this.multiplied(tree, calls) : null;
      case 'step':
        return tree.name === 'iif' && tree.of === null
          ? this.chosen(tree.args ?? [], calls)
          : answers(tree, this.around.withPoints);
      default:
        return null;
    }
  }

  private added(tree: Tree, calls: number): Sum | null {
    const adds = new Map<string, number>();
    let openAsNothing = false;
    for (const part of partsOf(tree, '+')) {
      const sum = this.sum(part, calls);
      if (sum === null) return null;
      for (const [linkId, weight] of sum.adds) adds.set(linkId, (adds.get(linkId) ?? 0) + weight);
      openAsNothing ||= sum.openAsNothing;
    }
    return { adds, openAsNothing };
  }

  private multiplied(tree: Tree, calls: number): Sum | null {
    const parts = partsOf(tree, '*');
    const [of, ...others] = parts.filter(({ kind }) => kind !== 'number');
    const sum = of && others.length === 0 ? this.sum(of, calls) : null;
    const times = parts.reduce((all, part) => (part.kind === 'number' ? all * part.value : all), 1);
    return sum && { ...sum, adds: new Map([...sum.adds].map(([linkId, weight]) => [linkId, weight * times])) };
  }

  /** `iif(is there, that, 0)`, and `iif(are there, that, {})`. */
  private chosen([condition, then, otherwise]: readonly Tree[], calls: number): Sum | null {
    if (!condition || !then || !this.asksPresence(condition, calls)) return null;
    const isZero = otherwise?.kind === 'number' && otherwise.value === 0;
    if (otherwise !== undefined && otherwise.kind !== 'nothing' && !isZero) return null;
    const sum = this.sum(then, calls);
    return sum && { ...sum, openAsNothing: sum.openAsNothing || isZero };
  }

  private asksPresence(tree: Tree, calls: number): boolean {
    if (tree.kind === 'variable')
      return this.named(this.presences, tree.name, calls, false, (inner) => this.asksPresence(inner, calls + 1));
    if (tree.kind === 'two')
      return ['and', 'or'].includes(tree.op) && partsOf(tree, tree.op).every((one) => this.asksPresence(one, calls));
    return tree.kind === 'step' && tree.name === 'exists' && tree.args?.length === 0;
  }

  /** What stands behind a name; `none` where there is nothing, or it calls itself. */
  private named<T>(known: Map<string, T>, name: string, calls: number, none: T, read: (tree: Tree) => T): T {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, none);
    const tree = calls < MOST_CALLS ? treeOf(this.around.variables.get(name) ?? '') : null;
    const found = tree ? read(tree) : none;
    known.set(name, found);
    return found;
  }
}

/** What an operator stands between, from left to right. */
function partsOf(tree: Tree, op: string): Tree[] {
  const parts: Tree[] = [];
  let at = tree;
  for (; at.kind === 'two' && at.op === op; at = at.left) parts.unshift(at.right);
  return [at, ...parts];
}

interface Step {
  name: string;
  args: readonly Tree[] | null;
}

/** `%resource.item.where(linkId = 'a').answer.value`, the points of an option looked up in the form, and `… .sum()` of many. */
function answers(tree: Tree, withPoints: readonly string[]): Sum | null {
  const { root, steps } = stepsOf(tree);
  const isSum = steps.at(-1)?.name === 'sum';
  const rest = isSum ? steps.slice(0, -1) : steps;
  const links = root === 'resource' ? linksAnswered(rest) : root === 'questionnaire' ? linkLookedUp(rest) : null;
  if (links === null) return null;
  const all = 'only' in links ? links.only : withPoints.filter((linkId) => !links.but.includes(linkId));
  if (!isSum && all.length !== 1) return null;
  return { adds: new Map(all.map((linkId) => [linkId, 1])), openAsNothing: isSum };
}

function stepsOf(tree: Tree): { root: string | null; steps: Step[] } {
  const steps: Step[] = [];
  let at: Tree | null = tree;
  while (at?.kind === 'step') {
    steps.unshift({ name: at.name, args: at.args });
    at = at.of;
  }
  return { root: at?.kind === 'variable' ? at.name : null, steps };
}

type Links = { only: string[] } | { but: string[] };

/** Which items a way through the answers leads to, where it ends in what an answer is worth. */
function linksAnswered(steps: readonly Step[], ends: ReadonlySet<string> = WORTH): Links | null {
  const at = steps.findIndex(({ name }) => name === 'answer');
  const [before, after] = [steps.slice(0, at), steps.slice(at + 1)];
  const isWay = before.every(({ name }) => ['item', 'where', 'repeat', 'descendants'].includes(name));
  const isWorth =
    after.every(({ name }) => ALSO.has(name) || ends.has(name)) && after.some(({ name }) => ends.has(name));
  if (at < 1 || !isWay || !isWorth) return null;
  const conditions = before.filter(({ name }) => name === 'where');
  const [asked] = conditions.at(-1)?.args ?? [];
  return conditions.length === 0 ? { but: [] } : asked ? linksNamed(asked) : null;
}

/** `%questionnaire.item.where(linkId='a').answerOption.where(valueCoding.code = the answer to a).extension….valueDecimal` */
function linkLookedUp(steps: readonly Step[]): Links | null {
  const at = steps.findIndex(({ name }) => name === 'answerOption');
  const option = steps[at + 1];
  const [asked] = steps.slice(0, at).findLast(({ name }) => name === 'where')?.args ?? [];
  const [condition] = option?.name === 'where' ? (option.args ?? []) : [];
  const links = asked ? linksNamed(asked) : null;
  if (!links || !('only' in links) || condition?.kind !== 'two' || condition.op !== '=') return null;
  const { root, steps: inner } = stepsOf(condition.right);
  const answered = root === 'resource' ? linksAnswered(inner, new Set(['code'])) : null;
  const isSame = answered && 'only' in answered && answered.only.join() === links.only.join();
  const isWorth = steps.slice(at + 2).every(({ name }) => ALSO.has(name)) && WORTH.has(steps.at(-1)?.name ?? '');
  return isSame && isWorth ? links : null;
}

/** `linkId = 'a'`, several of them with `or`, `linkId in ('a' | 'b')`; or all but some. */
function linksNamed(tree: Tree): Links | null {
  if (tree.kind !== 'two') return null;
  const { op, left, right } = tree;
  if (op === 'or' || op === 'and') {
    const all = partsOf(tree, op).map(linksNamed);
    const only = all.flatMap((links) => (links && 'only' in links ? [links.only] : []));
    const but = all.flatMap((links) => (links && 'but' in links ? [links.but] : []));
    if (op === 'or') return only.length === all.length ? { only: only.flat() } : null;
    return but.length === all.length ? { but: but.flat() } : null;
  }
  if (left.kind !== 'step' || left.name !== 'linkId' || left.of !== null) return null;
  const texts = partsOf(right, '|').flatMap((part) => (part.kind === 'text' ? [part.value] : [null]));
  const named = texts.filter((text) => text !== null);
  if (named.length < texts.length) return null;
  return op === 'in' || (op === '=' && named.length === 1) ? { only: named } : op === '!=' ? { but: named } : null;
}
