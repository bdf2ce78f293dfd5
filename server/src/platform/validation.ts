import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Invalid, type FieldError } from './errors.js';

function flatten(errors: readonly ValidationError[], parent: string, out: FieldError[]): void {
  for (const error of errors) {
    const isIndex = /^\d+$/.test(error.property);
    const path = isIndex ? `${parent}[${error.property}]` : parent ? `${parent}.${error.property}` : error.property;
    for (const [rule, message] of Object.entries(error.constraints ?? {})) {
      out.push({ path, code: rule === 'whitelistValidation' ? 'unknown_field' : rule, message });
    }
    flatten(error.children ?? [], path, out);
  }
}

/** Leaves out three walks through what was sent: JSON has neither gaps nor bytes, and `checkBody` has refused such keys. */
class JsonPipe extends ValidationPipe {
  protected override closeArrayGaps(): void {}
  protected override stripProtoKeys(): void {}
  protected override findNestedBinaryValues(): ValidationError[] {
    return [];
  }
}

/** Input as its DTO says, or 400 with every wrong path: unknown keys are refused, nothing is converted silently. */
export const validation = (): ValidationPipe =>
  new JsonPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const all: FieldError[] = [];
      flatten(errors, '', all);
      return new Invalid(all.length > 0 ? all : [{ path: '', code: 'invalid', message: 'This cannot be accepted.' }]);
    },
  });
