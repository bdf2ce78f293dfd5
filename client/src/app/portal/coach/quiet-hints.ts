import { inject, Service, signal } from '@angular/core';
import type { Rule } from '../../../../../server/src/coach/finding.rules.js';
import { Drafts } from '../../core/drafts';

/** A hint, or words that also stand on one's own page about why. */
export interface Place {
  readonly rule: Rule | 'own_why';
  readonly quote: string;
}

interface Choices {
  readonly kinds: readonly Place['rule'][];
  readonly places: readonly string[];
}

/** More dismissed places than this are forgotten, the oldest first. */
const MOST = 300;
const NAME = 'coach';

const placeOf = ({ rule, quote }: Place): string => `${rule} ${quote}`;

/**
 * What a person does not want to be told again. It is sealed on this device and never sent: which hints somebody
 * turned off says something about them.
 */
@Service()
export class QuietHints {
  private readonly drafts = inject(Drafts);
  private readonly choices = signal<Choices>({ kinds: [], places: [] });
  readonly ready = this.load();

  speaks(hint: Place): boolean {
    const { kinds, places } = this.choices();
    return !kinds.includes(hint.rule) && !places.includes(placeOf(hint));
  }

  keepAsIs(hint: Place): Promise<void> {
    const { kinds, places } = this.choices();
    return this.choose({ kinds, places: [...places, placeOf(hint)].slice(-MOST) });
  }

  endKind({ rule }: Place): Promise<void> {
    const { kinds, places } = this.choices();
    return this.choose({ kinds: [...kinds, rule], places });
  }

  private async load(): Promise<void> {
    const kept = await this.drafts.kept<Choices>(NAME);
    if (kept) this.choices.set(kept);
  }

  private choose(choices: Choices): Promise<void> {
    this.choices.set(choices);
    return this.drafts.keep(NAME, choices);
  }
}
