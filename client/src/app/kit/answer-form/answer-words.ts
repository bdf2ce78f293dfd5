import type { Choice } from '../choice';
import { isAnswered } from './show-if';
import type { FieldDefinition } from './field-definition';

/** An answer as words, for reading: labels instead of keys, days written out. Null when there is no answer. */
export function answerWords(field: FieldDefinition, value: unknown): string | null {
  if (field.type === 'checkbox') return value === true ? $localize`Yes` : value === false ? $localize`No` : null;
  if (!isAnswered(value)) return null;
  switch (field.type) {
    case 'one':
      return labelOf(field.options, value);
    case 'multi':
      return Array.isArray(value) ? value.map((key) => labelOf(field.options, key)).join(', ') : null;
    case 'scale':
      return $localize`${String(value)}:point: of ${String(scaleEnds(field).max)}:highest:`;
    case 'date':
    case 'datetime':
      return wallClock(String(value), field.type === 'datetime');
    default:
      return String(value);
  }
}

/** Ends of a scale and what they mean; 0 to 10 when the definition is silent. */
export function scaleEnds(field: FieldDefinition): { min: number; max: number; minLabel: string; maxLabel: string } {
  const named = (field.options ?? [])
    .map((option) => ({ point: Number(option.key), label: option.label }))
    .filter((option) => Number.isInteger(option.point))
    .sort((a, b) => a.point - b.point);
  const low = named[0];
  const high = named.at(-1);
  if (!low || !high || low.point === high.point) return { min: 0, max: 10, minLabel: '', maxLabel: '' };
  return { min: low.point, max: high.point, minLabel: low.label, maxLabel: high.label };
}

function labelOf(options: readonly Choice[] | null | undefined, key: unknown): string {
  return options?.find((option) => option.key === key)?.label ?? String(key);
}

/** A day or a time as it was written down: it has no zone, so none may shift it. */
function wallClock(text: string, withTime: boolean): string {
  const at = new Date(withTime ? `${text}Z` : `${text}T00:00Z`);
  if (Number.isNaN(at.getTime())) return text;
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    dateStyle: 'long',
    ...(withTime ? { timeStyle: 'short' } : {}),
  }).format(at);
}
