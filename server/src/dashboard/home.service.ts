import { Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.js';
import { reveal, sql } from '../platform/database.js';
import { SchedulesService } from '../scales/schedules.service.js';
import type { Worksheet } from '../library/worksheet.definition.js';
import { worksheetsOf } from '../worksheets/worksheet.versions.js';
import { Response, type Content } from '../assignments/assignments.entity.js';
import type { AskedToShareDto, HelpDto, HomeDto, HomePauseDto, OpenCheckInDto, OpenHomeworkDto } from './home.dto.js';
import { inOrder } from './home.rules.js';

interface HomeworkRow {
  id: string;
  client_id: string | null;
  couple_id: string | null;
  worksheet_id: string;
  status: OpenHomeworkDto['status'];
  due_on: string | null;
  response_id: string | null;
  content: Buffer | null;
  saved_at: Date | null;
  assigned_at: Date;
}

interface AroundRow {
  name: string;
  phone: string;
  crisis_text: string;
  starts_at: Date | null;
  ends_at: Date | null;
  modality: 'in_person' | 'video' | 'phone' | null;
  couple_id: string | null;
}

const AROUND = `select k.name, k.phone, k.crisis_text, s.starts_at, s.ends_at, s.modality,
    (select p.couple_id from couple_partner p where p.client_id = (select req_client()) and p.to_at is null) as couple_id
  from clinic k
  left join lateral (select * from own_session where starts_at > now() order by starts_at limit 1) s on true`;

@Injectable()
export class HomeService {
  constructor(private readonly schedules: SchedulesService) {}

  async home(): Promise<HomeDto> {
    const [around] = await sql<AroundRow & Record<string, unknown>>('home around', AROUND);
    const rows = await sql<HomeworkRow & Record<string, unknown>>(
      'home homework',
      'select * from own_homework order by assigned_at limit 50',
    );
    const sheets = await worksheetsOf(rows.map(({ worksheet_id }) => worksheet_id));
    const [first, ...rest] = inOrder(
      rows.map((row) => ({
        ...row,
        dueOn: row.due_on,
        savedAt: row.saved_at,
        assignedAt: row.assigned_at,
      })),
    );
    return {
      next: first ? homeworkOf(first, sheets, await stoppedAt(first)) : null,
      alsoOpen: rest.map((row) => homeworkOf(row, sheets, null)),
      checkIns: await this.checkIns(),
      nextSession:
        around?.starts_at && around.ends_at && around.modality
          ? {
              startsAt: around.starts_at.toISOString(),
              endsAt: around.ends_at.toISOString(),
              modality: around.modality,
            }
          : null,
      team: await team(),
      coupleId: around?.couple_id ?? null,
      pause: await pause(),
      checkInPause: await checkInPause(),
      askedToShare: around?.couple_id ? await askedToShare() : [],
      help: helpOf(around),
    };
  }

  /** What is asked today, by the rules of the plans. */
  private async checkIns(): Promise<OpenCheckInDto[]> {
    const { items } = await this.schedules.list({ limit: 50 });
    return items
      .filter(({ state }) => state === 'due')
      .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
      .map(({ instrumentId, instrumentTitle }) => ({ instrumentId, title: instrumentTitle }));
  }
}

/** The field its author left the draft at. */
async function stoppedAt({ response_id, client_id, couple_id, content }: HomeworkRow): Promise<string | null> {
  if (response_id === null) return null;
  const [draft] = await reveal(Response, [{ id: response_id, client_id, couple_id, content: content }]);
  return (draft?.content as Content | null)?.at ?? null;
}

function homeworkOf(row: HomeworkRow, sheets: Map<string, Worksheet>, position: string | null): OpenHomeworkDto {
  const worksheet = sheets.get(row.worksheet_id);
  return {
    id: row.id,
    title: worksheet?.title ?? '',
    minutes: worksheet?.minutes ?? 0,
    status: row.status,
    position,
    dueOn: row.due_on,
  };
}

/** Only what was asked last of a sheet still waits for an answer. */
async function askedToShare(): Promise<AskedToShareDto[]> {
  const rows = await sql<{ id: string; worksheet_id: string }>(
    'home asked to share',
    `select a.id, a.worksheet_id from (select distinct on (assignment_id) assignment_id, answered_at from share_proposal
       order by assignment_id, proposed_at desc) p join assignment a on a.id = p.assignment_id
     where p.answered_at is null order by a.id limit 20`,
  );
  const sheets = await worksheetsOf(rows.map(({ worksheet_id }) => worksheet_id));
  return rows.map(({ id, worksheet_id }) => ({ assignmentId: id, title: sheets.get(worksheet_id)?.title ?? '' }));
}

const helpOf = (around: AroundRow | undefined): HelpDto => ({
  clinicName: around?.name ?? '',
  phone: around?.phone ?? '',
  crisisText: around?.crisis_text ?? '',
});

async function pause(): Promise<HomePauseDto | null> {
  const [row] = await sql<{ id: string; until_on: string }>('home pause', 'select id, until_on from own_pause limit 1');
  return row ? { id: row.id, untilOn: row.until_on } : null;
}

async function checkInPause(): Promise<HomePauseDto | null> {
  const [row] = await sql<{ id: string; until_on: string }>(
    'home check-in pause',
    `select r.id, r.until_on::text from check_in_rest r cross join clinic_day d
      where r.client_id = (select req_client()) and r.from_on <= d.today and r.until_on > d.today order by r.until_on desc limit 1`,
  );
  return row ? { id: row.id, untilOn: row.until_on } : null;
}

async function team(): Promise<string[]> {
  const rows = await sql<{ id: string; display_name: string }>(
    'home team',
    'select u.id, u.display_name from own_care c join app_user u on u.id = c.staff_id order by c.since, u.id',
  );
  await reveal(User, rows);
  return rows.map((row) => row.display_name);
}
