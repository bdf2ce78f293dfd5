import type { FormulaDto, ItemDto, ScaleFactsDto } from '../../../api/types.gen';
import { factOf, type Said } from './mapping.rules';

type Told = Pick<FormulaDto, 'path' | 'verdict' | 'words'>;

/**
 * How a formula of the file stands to what is said so far: whether it adds the questions that stand for scored items, each as
 * often, and none of them the other way round. What nobody has said yet is left out by both.
 */
export function formulaSoFar(
  formula: FormulaDto,
  said: Said,
  facts: ScaleFactsDto | undefined,
  asked: readonly ItemDto[],
): Told {
  const { path, adds } = formula;
  if (!facts || adds === null) return { path, verdict: formula.verdict, words: formula.words };
  const weights = adds as Readonly<Record<string, number>>;
  const counted = asked.filter(({ key }) => factOf(said, facts, key)?.scored);
  const turned = counted.filter(({ key }) => key in weights && factOf(said, facts, key)?.reverse);
  const isIn = ({ key }: ItemDto): boolean => key in weights;
  const places = (items: readonly ItemDto[]): string => items.map((item) => asked.indexOf(item) + 1).join(', ');
  const left = counted.filter((item) => !isIn(item));
  const more = asked.filter((item) => isIn(item) && !counted.includes(item));
  const found = [
    ...(left.length ? [$localize`it leaves out question ${places(left)}:questions:`] : []),
    ...(more.length ? [$localize`it also adds question ${places(more)}:questions:`] : []),
    ...(turned.length ? [$localize`it does not turn round question ${places(turned)}:questions:`] : []),
    ...(new Set(Object.values(weights)).size > 1 ? [$localize`it counts some more often than others`] : []),
  ];
  const kept = $localize`The form brings a formula of its own; it is not used. Kept scores by the rules of ${facts.title}:scale:.`;
  const same = $localize`It adds the same questions.`;
  const differs = $localize`As mapped so far, ${found.join('; ')}:differences:.`;
  return {
    ...{ path, verdict: found.length > 0 ? 'differs' : 'same' },
    words: `${kept} ${found.length > 0 ? differs : same}`,
  };
}
