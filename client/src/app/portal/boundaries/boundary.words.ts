import type { BoundaryDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import { longDay } from '../../kit/clock';

export const AREAS: readonly Choice[] = [
  { key: 'third-party', label: $localize`Contact with the other person` },
  { key: 'online', label: $localize`Phone and online` },
  { key: 'money', label: $localize`Money` },
  { key: 'whereabouts', label: $localize`Time and whereabouts` },
  { key: 'intimacy', label: $localize`Closeness and sex` },
  { key: 'family', label: $localize`Family and friends` },
  { key: 'substances', label: $localize`Alcohol or drugs` },
  { key: 'work-travel', label: $localize`Work and travel` },
  { key: 'conflict', label: $localize`How we talk and argue` },
  { key: 'privacy', label: $localize`Privacy and space` },
  { key: 'other', label: $localize`Something else` },
];

export const KINDS: Record<BoundaryDto['kind'], Choice> = {
  limit: {
    key: 'limit',
    label: $localize`A limit of mine`,
    note: $localize`What I will and will not do, or live with.`,
  },
  request: { key: 'request', label: $localize`A request`, note: $localize`I ask my partner. The answer can be no.` },
  condition: {
    key: 'condition',
    label: $localize`A condition of repair`,
    note: $localize`What it depends on, for me, that we go on repairing.`,
  },
};

/** What was said of a week. "Rather not say" stands beside the others as their equal. */
export const MARKS: readonly Choice[] = [
  { key: 'kept', label: $localize`Kept` },
  { key: 'bent', label: $localize`Bent` },
  { key: 'crossed', label: $localize`Crossed` },
  { key: 'not_saying', label: $localize`I’d rather not say` },
];

export const markWord = (kind: string): string =>
  ({
    kept: $localize`kept`,
    bent: $localize`bent`,
    crossed: $localize`crossed`,
    not_saying: $localize`you would rather not say`,
  })[kind] ?? '';

/** How it stands, in words: whose it is, what state it is in, when it is looked at again. */
export function standing(it: BoundaryDto): string {
  const whose = it.mine ? $localize`Yours.` : $localize`${it.from}:name:’s.`;
  return [whose, stateWords(it), it.reviewDue ? $localize`It is time to look at it again.` : reviewWords(it)]
    .filter(Boolean)
    .join(' ');
}

const IN_FORCE: readonly BoundaryDto['state'][] = ['agreed', 'active', 'renewed'];

export const isInForce = ({ state }: BoundaryDto): boolean => state === 'active' || state === 'renewed';
export const isOver = ({ state }: BoundaryDto): boolean => state === 'retired' || state === 'declined';

const reviewWords = (it: BoundaryDto): string =>
  IN_FORCE.includes(it.state) ? $localize`Look at it again on ${longDay(it.reviewOn)}:day:.` : '';

function stateWords(it: BoundaryDto): string {
  const since = longDay(it.stateAt);
  switch (it.state) {
    case 'draft':
      return $localize`A draft, only you.`;
    case 'proposed':
      return $localize`Put forward on ${longDay(it.proposedAt ?? it.stateAt)}:day:.`;
    case 'discussing':
      return agreesWords(it) || $localize`Being talked about.`;
    case 'changed':
      return agreesWords(it) || $localize`To be put in other words.`;
    case 'agreed':
      return $localize`Agreed by both on ${longDay(it.agreedAt ?? it.stateAt)}:day:. Not started yet.`;
    case 'active':
      return it.agreedAt
        ? $localize`Agreed by both on ${longDay(it.agreedAt)}:day:.`
        : $localize`It stands since ${since}:day:.`;
    case 'renewed':
      return it.fixed ? $localize`Kept up since ${since}:day:.` : $localize`Agreed again by both on ${since}:day:.`;
    case 'under_review':
      return agreesWords(it) || $localize`Being looked at again since ${since}:day:.`;
    case 'retired':
      return $localize`Ended on ${since}:day:.`;
    case 'declined':
      return $localize`Answered with no on ${since}:day:.`;
  }
}

function agreesWords(it: BoundaryDto): string {
  const mine = it.mine ? it.authorAgrees : it.otherAgrees;
  const theirs = it.mine ? it.otherAgrees : it.authorAgrees;
  if (mine && !theirs) return $localize`You agree to these words.`;
  if (theirs && !mine) return $localize`Your partner agrees to these words. It takes you both.`;
  return '';
}

/** A step one can take, as its button says it. Null: not offered as a step of its own. */
export function moveWords(to: BoundaryDto['state'], it: BoundaryDto): string | null {
  switch (to) {
    case 'agreed':
      return it.fixed ? $localize`I have read it, and I respect it` : $localize`I agree to these words`;
    case 'discussing':
      return $localize`Let us talk about it`;
    case 'declined':
      return $localize`I say no to this`;
    case 'active':
      return $localize`It starts today`;
    case 'under_review':
      return it.fixed ? $localize`Look at it again` : $localize`I take back my agreement`;
    case 'renewed':
      return $localize`Keep it for four more weeks`;
    case 'changed':
      return $localize`Put it in other words`;
    case 'retired':
      return it.state === 'draft' ? $localize`Put the draft away` : $localize`Let it end`;
    default:
      return null;
  }
}

/** Steps at which somebody may want to say why. */
export const asksWhy = (to: BoundaryDto['state']): boolean => ['declined', 'under_review', 'retired'].includes(to);
