import { computed, inject, Service } from '@angular/core';
import type { NoteTextDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';

/** The writer's own words to begin from: read once for all fields of a note, so the page provides it; without them one writes all the same. */
@Service({ autoProvided: false })
export class NoteTexts {
  private readonly login = inject(Login);
  private readonly page = read<{ items: NoteTextDto[] }>(() =>
    this.login.can('note-texts:write') ? '/note-texts' : undefined,
  );
  private readonly all = computed(() => this.page.value()?.items ?? []);
  readonly templates = computed(() => this.all().filter(({ kind }) => kind === 'template'));
  readonly snippets = computed(() => this.all().filter(({ kind }) => kind === 'snippet'));
}
