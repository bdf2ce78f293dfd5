import { booleanAttribute, Component, computed, input, signal } from '@angular/core';
import { stamp } from '../clock';
import { uniqueId } from '../unique-id';

/**
 * One entry of the access log, as a body of its own in the table, because its details are a second row:
 * `<tbody kept-audit-row [at]="…" who="Dr Ellis" act="opened a note" whose="Maya K." [details]="…">`.
 */
@Component({
  selector: 'tbody[kept-audit-row]',
  templateUrl: './audit-row.html',
})
export class AuditRow {
  /** Instant, ISO with zone. */
  readonly at = input.required<string>();
  readonly who = input.required<string>();
  /** A sentence's rest, such as "opened a note", never a code. */
  readonly act = input.required<string>();
  readonly whose = input('');
  readonly unusual = input(false, { transform: booleanAttribute });
  /** Labelled pairs for the second row. */
  readonly details = input<readonly { readonly label: string; readonly value: string }[]>([]);
  /** Time zone of the clinic; the zone is always shown. */
  readonly zone = input<string>();

  protected readonly detailsId = uniqueId('audit');
  protected readonly open = signal(false);
  protected readonly when = computed(() => stamp(this.at(), this.zone(), { second: '2-digit', timeZoneName: 'short' }));
}
