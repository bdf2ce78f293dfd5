import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database.js';
import { WorksheetsService } from '../worksheets/worksheets.service.js';

/** A sheet that was read by the therapist, as she answered it last within the time asked for. */
export interface ReviewedHomework {
  assignmentId: string;
  title: string;
  decision: 'accept' | 'return';
  /** ISO. */
  reviewedAt: string;
}

/** Whose: one person's own, or (`clientId` null) what both of a couple fill in together. */
interface Whose {
  clientId: string | null;
  coupleId: string | null;
}

interface ReviewedRow {
  id: string;
  worksheet_id: string;
  decision: ReviewedHomework['decision'];
  reviewed_at: Date;
}

/** More than this between two sessions is not homework; the newest are kept. */
const MOST = 20;

const LATEST = `cross join lateral (select v.decision, v.reviewed_at from review v where v.assignment_id = a.id
    and v.reviewed_at > coalesce($2, '-infinity'::timestamptz) and v.reviewed_at <= $3 order by v.reviewed_at desc limit 1) v`;
const reviewed = (whose: string): string =>
  `select a.id, a.worksheet_id, v.decision, v.reviewed_at from assignment a ${LATEST} where ${whose}
    order by v.reviewed_at desc, a.id limit ${MOST}`;

@Injectable()
export class ReviewedService {
  constructor(private readonly worksheets: WorksheetsService) {}

  /** Newest first; `from` (null: ever) is not within the time, `to` is. */
  async between({ clientId, coupleId }: Whose, from: Date | null, to: Date): Promise<ReviewedHomework[]> {
    const rows =
      clientId === null
        ? await sql<ReviewedRow & Record<string, unknown>>(
            'homework reviewed together',
            reviewed('a.couple_id = $1 and a.client_id is null'),
            [coupleId, from, to],
          )
        : await sql<ReviewedRow & Record<string, unknown>>('homework reviewed alone', reviewed('a.client_id = $1'), [
            clientId,
            from,
            to,
          ]);
    const worksheet = await this.worksheets.worksheets(rows.map((row) => row.worksheet_id));
    return rows.map((row) => ({
      assignmentId: row.id,
      title: worksheet(row.worksheet_id).title,
      decision: row.decision,
      reviewedAt: row.reviewed_at.toISOString(),
    }));
  }
}
