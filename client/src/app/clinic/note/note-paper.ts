import { Component, computed, input } from '@angular/core';
import type { NoteDto } from '../../../api/types.gen';

/** A note taken along: printed from the page, or kept as a file. A private note leaves the house in no file. */
@Component({
  selector: 'kept-note-paper',
  template: `
    <p class="button-row">
      <button class="button button-plain" type="button" (click)="print()" i18n>Print</button>
      @if (paper(); as path) {
        <a class="button button-plain" [href]="path" download i18n>Keep as PDF</a>
      }
    </p>
  `,
})
export class NotePaper {
  readonly note = input.required<Pick<NoteDto, 'id' | 'kind'>>();
  protected readonly paper = computed(() => {
    const { id, kind } = this.note();
    return kind === 'psychotherapy' ? null : `/api/v1/notes/${id}/pdf`;
  });

  protected print(): void {
    window.print();
  }
}
