import { computed, signal } from '@angular/core';
import type { FieldError } from '../kit/error-summary/error-summary';
import type { Problem } from './problems';

/**
 * What is wrong with the fields of a form, by the path the server knows them by: `words` says for each path what to do.
 * A path without words of its own shows under the form as a whole.
 */
export class FieldWords {
  private readonly wrong = signal<readonly string[]>([]);

  constructor(
    private readonly words: Record<string, string>,
    private readonly prefix: string,
  ) {}

  readonly summary = computed<FieldError[]>(() =>
    this.wrong().map((path) => ({ fieldId: this.id(path), message: this.words[path]! })),
  );

  /** Id of the field's control, which the summary links to. */
  id(path: string): string {
    return `${this.prefix}-${path.replaceAll('.', '-')}`;
  }

  of(path: string): string | null {
    return this.wrong().includes(path) ? (this.words[path] ?? null) : null;
  }

  /** Marks these fields and no others. True when there are none. */
  mark(paths: readonly string[]): boolean {
    this.wrong.set(paths.filter((path) => path in this.words));
    return this.wrong().length === 0;
  }

  /** Marks the fields a refused answer names. False when it names none of this form's. */
  take(problem: Problem): boolean {
    return !this.mark([...new Set(problem.errors.map(({ path }) => path))]);
  }
}
