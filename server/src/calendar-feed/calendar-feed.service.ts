import { Injectable } from '@nestjs/common';
import { KeyedAddresses } from '../auth/keyed-addresses.service.js';
import { hashOfToken, newToken } from '../auth/login.token.js';
import { now } from '../platform/clock.js';
import { sql } from '../platform/database.js';
import { commitRequest } from '../platform/request.transaction.js';
import type { CalendarFeedDto } from './calendar-feed.dto.js';
import { feedOf, feedSpan, initialsOf } from './feed.rules.js';

interface OwnFeed {
  initials: boolean;
  made_at: Date;
  read_at: Date | null;
  reads: number;
}

interface OpenedFeed {
  user_id: string;
  clinic_id: string;
  initials: boolean;
}

interface FeedRow {
  id: string;
  starts_at: Date;
  ends_at: Date;
  status: string;
  version: number;
  updated_at: Date;
}

/** More sessions than anybody holds in seven months. */
const MOST_SESSIONS = 3000;

@Injectable()
export class CalendarFeedService {
  constructor(private readonly addresses: KeyedAddresses) {}

  async own(): Promise<CalendarFeedDto> {
    const [feed] = await sql<OwnFeed>('own calendar feed', 'select * from door_feed_own()');
    return {
      on: feed !== undefined,
      initials: feed?.initials ?? false,
      madeAt: feed?.made_at.toISOString() ?? null,
      lastReadAt: feed?.read_at?.toISOString() ?? null,
      reads: feed?.reads ?? 0,
      path: null,
    };
  }

  /** A new address; the one before ends at once. */
  async make(initials: boolean): Promise<CalendarFeedDto> {
    const secret = newToken();
    await sql('make calendar feed', 'select door_feed_make($1, $2)', [hashOfToken(secret), initials]);
    return { ...(await this.own()), path: `/api/v1/calendar/${secret}.ics` };
  }

  async end(): Promise<void> {
    await sql('end calendar feed', 'select door_feed_end()');
  }

  /** The file behind an address. Throws NotFound for one that is no more, SlowDown for whoever asks too often. */
  async read(address: string, ip: string): Promise<string> {
    const feed = await this.addresses.open<OpenedFeed>('door_feed_open', address.replace(/\.ics$/, ''), ip);
    const [clinic] = await sql<{ name: string; time_zone: string }>(
      'feed clinic',
      'select name, time_zone from clinic',
    );
    const { from, to } = feedSpan(clinic!.time_zone, now());
    const rows = await sql<FeedRow>(
      'feed sessions',
      `select s.id, s.starts_at, s.ends_at, s.status, s.version, s.updated_at from session s
       where s.therapist_id = $1 and s.starts_at >= $2 and s.starts_at < $3 order by s.starts_at, s.id limit $4`,
      [feed.user_id, from, to, MOST_SESSIONS],
    );
    const sessions = rows.map((row) => ({
      id: row.id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      cancelled: row.status === 'cancelled',
      version: row.version,
      updatedAt: row.updated_at,
    }));
    await commitRequest({ act: 'read', target: 'calendar-feed', rowIds: [], clientId: null, coupleId: null });
    return feedOf(sessions, feed.user_id, feed.initials ? initialsOf(clinic!.name) : null);
  }
}
