import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { read } from '../../core/api';
import type { NoteDto } from '../../../api/types.gen';
import { dated } from '../../kit/clock';

/** Characters of a plan that are shown; the rest is a tap away. */
const MOST = 160;

/** What was agreed last: the plan of the newest signed note on both. */
@Component({
  selector: 'kept-couple-next-step',
  imports: [RouterLink],
  template: `
    @if (plan(); as text) {
      <p>
        <strong i18n>Next step, {{ dated(note.value()?.happenedAt ?? '') }}:</strong>&ngsp;<a
          [routerLink]="['/notes', note.value()?.id]"
          >{{ text }}</a
        >
      </p>
    } @else {
      <p class="quiet" i18n>No next step noted yet</p>
    }
  `,
})
export class CoupleNextStep {
  readonly coupleId = input.required<string>();
  private readonly latest = read<{ items: { id: string }[] }>(
    () => `/notes?coupleId=${this.coupleId()}&status=signed&kind=progress&limit=1`,
  );
  protected readonly note = read<NoteDto>(() => {
    const id = this.latest.value()?.items[0]?.id;
    return id ? `/notes/${id}` : undefined;
  });
  protected readonly plan = computed(() => {
    const text = this.note.value()?.sections['plan']?.trim() ?? '';
    return text.length > MOST ? `${text.slice(0, MOST).trimEnd()} …` : text;
  });
  protected readonly dated = dated;
}
