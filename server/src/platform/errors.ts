/** One thing wrong with what was sent: `path` as in `sections.plan` or `rows[2].limit`. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** What can go wrong, in the words of the domain. The edge (problem.filter.ts) picks the status. */
export abstract class DomainError extends Error {
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** No such thing, or not the actor's to know of: both answer alike. */
export class NotFound extends DomainError {
  constructor(readonly noun: string) {
    super('not_found', 'There is no such thing, or it is not yours to see.');
  }
}

/** The actor may see the thing but not do this to it. */
export class Forbidden extends DomainError {
  constructor(code = 'forbidden', detail = 'You may not do this.') {
    super(code, detail);
  }
}

/** The state of things does not allow it: `code` is the stable name of the rule. */
export class RuleBroken extends DomainError {
  constructor(code: string, detail = 'This is not possible in its present state.') {
    super(code, detail);
  }
}

/** What was sent is malformed: every wrong path is listed. */
export class Invalid extends DomainError {
  constructor(readonly errors: FieldError[]) {
    super('invalid', errors.length === 1 ? errors[0]!.message : 'Some of what was sent cannot be accepted.');
  }
}

/** Well formed and understood, yet refused (an import, a key used twice for different things). */
export class Refused extends DomainError {
  constructor(
    code: string,
    detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(code, detail);
  }
}

/** Somebody changed it since the version in `If-Match`. */
export class Stale extends DomainError {
  constructor(readonly currentVersion: number) {
    super('stale', 'This was changed since you read it.');
  }
}

/** A change to a single thing needs the version it was read at. */
export class PreconditionMissing extends DomainError {
  constructor() {
    super('if_match_required', 'Send If-Match with the version you read.');
  }
}

/** Nobody is signed in, or the sign-in ended. */
export class Unauthenticated extends DomainError {
  constructor(code = 'unauthenticated', detail = 'Sign in to go on.') {
    super(code, detail);
  }
}

/** Too many tries: wait `seconds`. */
export class SlowDown extends DomainError {
  constructor(readonly seconds: number) {
    super('slow_down', 'Too many tries. Wait a little and try again.');
  }
}

/** Overloaded, or the database is away: nothing was done, try again after `seconds`. */
export class Unavailable extends DomainError {
  constructor(readonly seconds = 2) {
    super('unavailable', 'We cannot do this right now. Nothing was lost on our side; try again shortly.');
  }
}
