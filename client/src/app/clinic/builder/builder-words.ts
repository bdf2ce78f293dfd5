import type { ColumnDto, FieldDto, WorksheetDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import type { Type } from './sheet.rules';

export const TYPE_CHOICES: readonly (Choice & { key: Type })[] = [
  { key: 'short', label: $localize`Short text` },
  { key: 'long', label: $localize`Long text` },
  { key: 'scale', label: $localize`Scale from 0 to 10` },
  { key: 'one', label: $localize`One choice` },
  { key: 'multi', label: $localize`Several choices` },
  { key: 'date', label: $localize`Day` },
  { key: 'datetime', label: $localize`Day and time` },
  { key: 'checkbox', label: $localize`A tick` },
  { key: 'number', label: $localize`Number` },
  { key: 'rows', label: $localize`List` },
];

export const READER_CHOICES: readonly (Choice & { key: FieldDto['visibility'] })[] = [
  { key: 'therapist', label: $localize`Its writer and the care team` },
  { key: 'after_review', label: $localize`The partner too, after you read it and if its writer shares it` },
  { key: 'both_done', label: $localize`Both, when both are done and share it` },
  { key: 'shared', label: $localize`The partner too, if its writer shares it` },
];

export const ASKED_CHOICES: readonly Choice[] = [
  { key: '', label: $localize`Whoever fills it in` },
  { key: 'injured', label: $localize`The injured partner only` },
  { key: 'involved', label: $localize`The involved partner only` },
  { key: 'therapist', label: $localize`You, never a client` },
];

export const AUDIENCE_CHOICES: readonly (Choice & { key: WorksheetDto['audience'] })[] = [
  { key: 'either', label: $localize`Anyone, alone` },
  { key: 'injured', label: $localize`The injured partner` },
  { key: 'involved', label: $localize`The involved partner` },
  { key: 'both', label: $localize`Each partner, alone first` },
  { key: 'joint', label: $localize`Two people on one sheet` },
];

export const CHANGE_WORDS = {
  added: $localize`New`,
  removed: $localize`Taken out`,
  changed: $localize`Changed`,
  moved: $localize`Moved`,
};

/** What a rule can say about a question, in words: key is the operator, with `not` where it is turned round. */
export function conditionsOf({ type }: Pick<ColumnDto, 'type'>): readonly Choice[] {
  const answered = [
    { key: 'answered', label: $localize`is answered` },
    { key: 'blank', label: $localize`is left blank` },
  ];
  switch (type) {
    case 'one':
      return [
        { key: 'eq', label: $localize`is` },
        { key: 'ne', label: $localize`is not` },
        { key: 'in', label: $localize`is one of` },
        ...answered,
      ];
    case 'multi':
      return [
        { key: 'eq', label: $localize`holds` },
        { key: 'ne', label: $localize`does not hold` },
        { key: 'in', label: $localize`holds one of` },
        ...answered,
      ];
    case 'scale':
    case 'number':
      return [{ key: 'gte', label: $localize`is at least` }, { key: 'lte', label: $localize`is at most` }, ...answered];
    case 'checkbox':
      return [
        { key: 'ticked', label: $localize`is ticked` },
        { key: 'unticked', label: $localize`is not ticked` },
      ];
    default:
      return answered;
  }
}
