import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** Controls, line ends and the marks that turn the reading direction: a name with them can pass itself off as another. */
const DECEPTIVE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** One line a person is known by: 1 to `max` characters, something to read in it, nothing that disguises it. */
export function IsName(max: number): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Length(1, max),
    Matches(/[\p{L}\p{N}\p{S}\p{P}]/u, { message: '$property is blank' }),
    IsUndisguised(),
  );
}

/** Refuses what would make a name or address look like another one. */
export function IsUndisguised(): PropertyDecorator {
  return Matches(new RegExp(`^(?!.*${DECEPTIVE.source})`, 'su'), { message: '$property holds control characters' });
}
