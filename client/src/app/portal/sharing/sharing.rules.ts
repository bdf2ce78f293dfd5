import type { FieldDto, ReleaseDto, ShareableDto, SharingDto } from '../../../api/types.gen';
import { same } from '../../core/same';

export type Moment = ShareableDto['moment'];

/** An answer that could be shared, and its question. */
export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly moment: Moment;
}

/** How one sheet stands between its author and her partner. */
export interface Standing {
  /** Shared, or waiting for the other's own act. */
  readonly live: readonly (ReleaseDto & { readonly asked: readonly FieldDto[] })[];
  /** Could be shared now: not shared yet, or in other words than these. */
  readonly ready: readonly Offer[];
  /** Could be shared once the therapist has read it. */
  readonly later: readonly Offer[];
  /** What the therapist asks about, and could be shared now. */
  readonly proposed: readonly Offer[];
}

export function standingOf({ fields, asked, answers, releases, proposal }: SharingDto): Standing {
  const live = releases
    .filter(({ state }) => state !== 'withdrawn')
    .map((release) => ({ ...release, asked: questionsOf(asked, release.fieldKeys) }));
  const offered = fields.filter(
    ({ key }) => !live.some((release) => key in release.answers && same(release.answers[key], answers[key])),
  );
  const offer = ({ key, moment }: ShareableDto): Offer => ({ key, moment, label: labelOf(asked, key) });
  const ready = offered.filter((field) => field.ready).map(offer);
  const isProposed = ({ key }: Offer): boolean => proposal?.answer === 'open' && proposal.fieldKeys.includes(key);
  return {
    live,
    ready,
    later: offered.filter((field) => !field.ready).map(offer),
    proposed: ready.filter(isProposed),
  };
}

export const questionsOf = (asked: readonly FieldDto[], keys: readonly string[]): FieldDto[] =>
  asked.filter(({ key }) => keys.includes(key));

export const labelOf = (asked: readonly FieldDto[], key: string): string =>
  asked.find((field) => field.key === key)?.label ?? '';

/** In a list of questions: “What happened?”, “What did you feel?” */
export const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join(', ');
