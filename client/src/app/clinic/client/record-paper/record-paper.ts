import { Component, computed, input, signal } from '@angular/core';
import { query } from '../../../core/api';
import { DateField } from '../../../kit/date-field/date-field';
import { Dialog } from '../../../kit/dialog/dialog';

/** One person's own record as a file, of all time or between two days. */
@Component({
  selector: 'kept-record-paper',
  imports: [DateField, Dialog],
  templateUrl: './record-paper.html',
})
export class RecordPaper {
  readonly clientId = input.required<string>();
  protected readonly from = signal<string | null>(null);
  protected readonly to = signal<string | null>(null);
  protected readonly path = computed(
    () => `/api/v1/clients/${this.clientId()}/record/pdf` + query({ from: this.from(), to: this.to() }),
  );
}
