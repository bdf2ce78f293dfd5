import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { SessionChange, SessionDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import { RadioGroup } from '../../kit/radio-group/radio-group';

type Coming = 'came' | 'late' | 'not';

/** Who came, who came late, who did not: said of each person. */
@Component({
  selector: 'kept-who-came',
  imports: [RadioGroup],
  template: `
    <form class="stack" (submit)="$event.preventDefault(); send()">
      @for (person of people(); track person.key) {
        <kept-radio-group
          inLine
          [label]="person.label"
          [options]="ways"
          [value]="coming()[person.key] ?? 'came'"
          (valueChange)="say(person.key, $event)"
        />
      }
      <div class="button-row">
        <button class="button button-primary" type="submit" [attr.aria-disabled]="sending()" i18n>Keep this</button>
        <button class="button" type="button" (click)="left.emit()" i18n>Back</button>
      </div>
    </form>
  `,
})
export class WhoCame {
  readonly session = input.required<SessionDto>();
  readonly people = input.required<readonly Choice[]>();
  readonly sending = input(false);
  readonly sent = output<SessionChange>();
  readonly left = output();

  protected readonly ways: readonly (Choice & { key: Coming })[] = [
    { key: 'came', label: $localize`Came` },
    { key: 'late', label: $localize`Came late` },
    { key: 'not', label: $localize`Did not come` },
  ];
  protected readonly coming = linkedSignal<Record<string, string>>(() => {
    const { attendeeIds, attendedIds, lateIds } = this.session();
    const way = (id: string): Coming => {
      if (attendedIds && !attendedIds.includes(id)) return 'not';
      return lateIds?.includes(id) ? 'late' : 'came';
    };
    return Object.fromEntries(attendeeIds.map((id) => [id, way(id)]));
  });
  private readonly ids = computed(() => this.people().map(({ key }) => key));

  protected say(id: string, way: string | null): void {
    if (way) this.coming.update((all) => ({ ...all, [id]: way }));
  }

  protected send(): void {
    if (this.sending()) return;
    const those = (...ways: Coming[]): string[] =>
      this.ids().filter((id) => ways.some((way) => (this.coming()[id] ?? 'came') === way));
    this.sent.emit({ attendedIds: those('came', 'late'), lateIds: those('late') });
  }
}
