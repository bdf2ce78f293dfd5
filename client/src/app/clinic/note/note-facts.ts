import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDto, SessionDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import type { Whose } from './whose';

/** What stands beside the words of a note: who was there, and which goals of the plan were worked on. The times stand in the heading. */
@Component({
  selector: 'kept-note-facts',
  imports: [RouterLink],
  templateUrl: './note-facts.html',
})
export class NoteFacts {
  readonly note = input.required<NoteDto>();
  readonly whose = input.required<Whose>();
  /** Goals of the plan that are ticked. */
  readonly touched = input.required<readonly string[]>();
  readonly goalsTouched = output<string[]>();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly session = read<SessionDto>(() => {
    const id = this.note().sessionId;
    return id === null ? undefined : `/sessions/${id}`;
  });
  protected readonly failed = signal('');
  protected readonly mayChange = computed(() => this.session.value()?.therapistId === this.login.me()?.id);
  protected readonly mayAsk = this.login.can('scales:answer');
  protected readonly here = computed(() => `/notes/${this.note().id}`);
  /** Who was there and may be asked a scale. */
  protected readonly present = computed(() => this.people().filter(({ came }) => came));
  protected readonly people = computed(() => {
    const { attendeeIds, attendedIds } = this.session.value() ??
      this.note().facts ?? { attendeeIds: [], attendedIds: null };
    return attendeeIds
      .map((id) => ({ id, name: this.whose().callName(id), came: attendedIds === null || attendedIds.includes(id) }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });

  protected touch(id: string, isTouched: boolean): void {
    const others = this.touched().filter((one) => one !== id);
    this.goalsTouched.emit(isTouched ? [...others, id] : others);
  }

  protected async mark(id: string, came: boolean): Promise<void> {
    const session = this.session.value();
    if (!session) return;
    const attendedIds = this.people()
      .filter((person) => (person.id === id ? came : person.came))
      .map((person) => person.id);
    this.failed.set('');
    try {
      this.session.set(
        await this.api.patch<SessionDto>(`/sessions/${session.id}`, { attendedIds }, { ifMatch: session.version }),
      );
    } catch (thrown) {
      this.failed.set(problemOf(thrown).words.failed);
      this.session.reload();
    }
  }
}
