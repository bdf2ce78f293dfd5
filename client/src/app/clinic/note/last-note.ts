import { Component, computed, effect, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDto, NoteLineDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { longDay } from '../../kit/clock';
import { SignedStamp } from '../../kit/signed-stamp/signed-stamp';
import { wallDay } from '../../core/wall-clock';
import { isWritten, partsOf, type Part } from './note-text';

/** The note before this one, beside the writing: first what was planned, then the rest. Nothing here can be changed. */
@Component({
  selector: 'kept-last-note',
  imports: [RouterLink, SignedStamp],
  templateUrl: './last-note.html',
})
export class LastNote {
  readonly of = input.required<NoteDto>();
  readonly taken = output<Part[]>();
  /** The note itself, once it is there: what is written beside it is compared with it. */
  readonly found = output<NoteDto>();
  private readonly login = inject(Login);
  protected readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');

  private readonly lines = read<{ items: NoteLineDto[] }>(() => {
    const { clientId, coupleId } = this.of();
    return '/notes' + query({ clientId, coupleId, status: 'signed', limit: 25 });
  });
  /** Of the very same record: a partner's own note does not stand beside a joint one. */
  private readonly before = computed(() =>
    this.lines
      .value()
      ?.items.find(
        (line) =>
          line.clientId === this.of().clientId &&
          line.kind !== 'psychotherapy' &&
          line.happenedAt < this.of().happenedAt,
      ),
  );
  private readonly last = read<NoteDto>(() => {
    const line = this.before();
    return line && `/notes/${line.id}`;
  });
  protected readonly earlier = computed(() =>
    this.of().clientId ? `/clients/${this.of().clientId}/notes` : `/couples/${this.of().coupleId}/notes`,
  );
  protected readonly shown = computed(() => {
    const note = this.last.value();
    if (!note) return null;
    const parts = partsOf(note)
      .filter(isWritten)
      .sort((a, b) => Number(b.key === 'plan') - Number(a.key === 'plan'));
    return {
      heading: $localize`Last note, ${longDay(wallDay(note.happenedAt, this.zone()))}:day:`,
      by: note.signedByName ?? '',
      at: note.signedAt ?? '',
      parts,
    };
  });

  constructor() {
    effect(() => {
      const note = this.last.value();
      if (note) this.found.emit(note);
    });
  }
}
