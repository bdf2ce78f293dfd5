import { registerDecorator } from 'class-validator';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** True for a moment in time that says its offset: without one it would mean another moment to each reader. */
export function isInstant(value: unknown): value is string {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  return day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;
}

/** An instant in ISO 8601 with `Z` or an offset, such as `2026-10-14T10:00:00Z`. */
export function IsInstant(): PropertyDecorator {
  return (target, key) =>
    registerDecorator({
      name: 'isInstant',
      target: target.constructor,
      propertyName: String(key),
      validator: {
        validate: isInstant,
        defaultMessage: () => '$property must be a time with its offset, such as 2026-10-14T10:00:00Z',
      },
    });
}
