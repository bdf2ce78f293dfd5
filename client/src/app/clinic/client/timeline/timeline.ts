import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TimelineItemDto } from '../../../../api/types.gen';
import { Api, read } from '../../../core/api';
import { problemOf } from '../../../core/problems';
import { clock } from '../../../kit/clock';
import { LoadError } from '../../../kit/load-error/load-error';
import { Row, RowNav } from '../../../kit/row-nav/row-nav';
import { Select } from '../../../kit/select/select';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { TimelineItem } from '../../../kit/timeline-item/timeline-item';
import { Toasts } from '../../../kit/toast/toasts';
import { byDay, entryOf, type Entry } from './timeline-words';

interface Page {
  items: TimelineItemDto[];
  next: string | null;
}

/** What happened in a person's care, newest first, without a word of what was said. */
@Component({
  selector: 'kept-client-timeline',
  imports: [LoadError, RouterLink, Row, RowNav, Select, Skeleton, TimelineItem],
  templateUrl: './timeline.html',
})
export class ClientTimeline {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  protected readonly latest = read<Page>(() => `/clients/${this.id()}/timeline?limit=30`);
  private readonly earlier = signal<{ of: string; items: TimelineItemDto[]; next: string | null } | null>(null);
  protected readonly kind = signal('');
  protected readonly loading = signal(false);

  protected readonly more = computed(() => {
    const earlier = this.earlier();
    return earlier?.of === this.id() ? earlier.next : (this.latest.value()?.next ?? null);
  });
  protected readonly days = computed(() => {
    const earlier = this.earlier();
    const items = [...(this.latest.value()?.items ?? []), ...(earlier?.of === this.id() ? earlier.items : [])];
    const entries = items.map((item): Entry => entryOf(item, this.id()));
    return byDay(entries.filter((entry) => this.kind() === '' || entry.group === this.kind()));
  });
  protected readonly kinds = [
    { key: 'session', label: $localize`Sessions` },
    { key: 'note', label: $localize`Notes` },
    { key: 'homework', label: $localize`Homework` },
    { key: 'scale', label: $localize`Check-ins` },
    { key: 'setback', label: $localize`Setbacks` },
  ];

  protected readonly clock = clock;

  protected async showEarlier(): Promise<void> {
    const next = this.more();
    if (!next || this.loading()) return;
    const of = this.id();
    this.loading.set(true);
    try {
      const page = await this.api.get<Page>(`/clients/${of}/timeline?limit=30&cursor=${next}`);
      const before = this.earlier();
      this.earlier.set({ of, items: [...(before?.of === of ? before.items : []), ...page.items], next: page.next });
    } catch (thrown) {
      this.toasts.fail(problemOf(thrown).words.failed);
    } finally {
      this.loading.set(false);
    }
  }
}
