import { inject, Service } from '@angular/core';
import { Login } from '../../core/login';
import type { RowActs } from '../../kit/row-nav/row-nav';

/** Whom a row is about: one person, a couple, or one partner within the couple's work. */
export interface RowAbout {
  clientId: string | null;
  coupleId: string | null;
}

/** Where a note about them begins. */
export function noteAbout({ clientId, coupleId }: RowAbout): string {
  const whose = [clientId && `clientId=${clientId}`, coupleId && `coupleId=${coupleId}`];
  return `/notes/new?${whose.filter(Boolean).join('&')}`;
}

/** Where homework is given to one person. */
export const assignTo = (clientId: string): string => `/clients/${clientId}/homework?assign=true`;

/** What the letters of a row about somebody lead to, for whoever may do it. */
@Service()
export class ActsAbout {
  private readonly login = inject(Login);

  /** `n` a note about them, `a` homework for one who comes alone. */
  of(about: RowAbout): RowActs {
    const { clientId, coupleId } = about;
    return {
      ...(this.login.can('notes:write') ? { n: noteAbout(about) } : {}),
      ...(clientId && !coupleId && this.login.can('assignments:assign') ? { a: assignTo(clientId) } : {}),
    };
  }
}
