import { Component, computed, inject, signal, viewChild } from '@angular/core';
import type { CalendarFeedDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { stamp } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { Skeleton } from '../../kit/skeleton/skeleton';

/** One's own sessions in another calendar program: an address that is its own key, told once. */
@Component({
  selector: 'kept-feed-dialog',
  imports: [Checkbox, Dialog, ProblemNotice, Skeleton],
  templateUrl: './feed-dialog.html',
})
export class FeedDialog {
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required<Dialog>('dialog');
  private readonly asked = signal(false);
  protected readonly feed = read<CalendarFeedDto>(() => (this.asked() ? '/calendar-feed' : undefined));
  protected readonly initials = signal(false);
  protected readonly address = signal('');
  protected readonly copied = signal(false);
  protected readonly failure = signal('');
  private readonly sending = signal(false);
  protected readonly readWords = computed(() => {
    const feed = this.feed.value();
    if (!feed?.madeAt) return '';
    const made = $localize`Made ${stamp(feed.madeAt)}:when:.`;
    return feed.lastReadAt
      ? $localize`${made}:made: Last read ${stamp(feed.lastReadAt)}:when:.`
      : $localize`${made}:made: Not read yet.`;
  });

  open(): void {
    this.address.set('');
    this.failure.set('');
    if (this.asked()) this.feed.reload();
    this.asked.set(true);
    this.dialog().open();
  }

  protected make(): Promise<void> {
    return this.act(async () => {
      const made = await this.api.post<CalendarFeedDto>('/calendar-feed', { initials: this.initials() });
      this.address.set(location.origin + (made.path ?? ''));
      this.copied.set(false);
      this.feed.set({ ...made, path: null });
    });
  }

  protected end(): Promise<void> {
    return this.act(async () => {
      await this.api.delete('/calendar-feed');
      this.address.set('');
      this.feed.reload();
    });
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.address());
      this.copied.set(true);
    } catch {
      this.failure.set($localize`This browser does not let us copy. Mark the address and copy it yourself.`);
    }
  }

  /** Gone from the screen as soon as the dialog is. */
  protected forget(): void {
    this.address.set('');
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.failure.set('');
    try {
      await work();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    } finally {
      this.sending.set(false);
    }
  }
}
