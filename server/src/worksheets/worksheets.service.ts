import { Injectable } from '@nestjs/common';
import { NotFound } from '../platform/errors.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import type { Worksheet } from '../library/worksheet.definition.js';
import { CURRENT_WORKSHEETS, worksheetById } from '../library/worksheet.library.js';
import { WorksheetDto, type WorksheetQuery } from './worksheets.dto.js';

@Injectable()
export class WorksheetsService {
  /** By title. A client meets a worksheet through its assignment, but may read any: they hold no one's words. */
  list(query: WorksheetQuery): Page<WorksheetDto> {
    const after = decodeCursor(query.cursor, 1)?.[0];
    const found = CURRENT_WORKSHEETS.filter(
      (worksheet) => suits(worksheet, query) && (after === undefined || worksheet.title > String(after)),
    );
    const { items, next } = keyset(found.slice(0, query.limit + 1), query.limit, ({ title }) => [title]);
    return { items: items.map((worksheet) => WorksheetDto.of(worksheet, forStaff())), next };
  }

  /** Any version that was ever given out. */
  one(id: string): WorksheetDto {
    return WorksheetDto.of(this.worksheet(id), forStaff());
  }

  worksheet(id: string): Worksheet {
    const found = worksheetById(id);
    if (!found) throw new NotFound('worksheet');
    return found;
  }
}

const forStaff = (): boolean => actor().clientId === null;

function suits(worksheet: Worksheet, { q, role, stage }: WorksheetQuery): boolean {
  const words = `${worksheet.title} ${worksheet.summary} ${worksheet.key}`.toLocaleLowerCase('en');
  if (q && !words.includes(q.trim().toLocaleLowerCase('en'))) return false;
  if (stage && !worksheet.stages.includes(stage)) return false;
  return !role || worksheet.audience === role || !['injured', 'involved'].includes(worksheet.audience);
}
