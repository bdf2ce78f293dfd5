import { registerDecorator } from 'class-validator';

/** True for a day the calendar has, as `YYYY-MM-DD`; 30 February is none. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

/** A calendar day, `YYYY-MM-DD`, without a time or zone. */
export function IsDay(): PropertyDecorator {
  return (target, key) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(key),
      validator: { validate: isDay, defaultMessage: () => '$property must be a day of the calendar, YYYY-MM-DD' },
    });
}
