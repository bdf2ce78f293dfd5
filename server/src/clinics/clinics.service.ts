import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database.js';
import { Invalid } from '../platform/errors.js';
import { beginningOf } from './care-start.rules.js';

@Injectable()
export class ClinicsService {
  /** IANA name of the zone on whose clock the clinic works. */
  async timeZone(): Promise<string> {
    const [clinic] = await sql<{ time_zone: string }>('clinic-zone', 'select time_zone from clinic');
    return clinic!.time_zone;
  }

  /** When something begins that was sent as `from`; left out, undefined. Throws `Invalid` for no moment at all. */
  async beginning(from: string | null | undefined): Promise<Date | undefined> {
    if (!from) return undefined;
    const at = beginningOf(from, await this.timeZone());
    if (!at) throw new Invalid([{ path: 'from', code: 'format', message: 'from must be a day or an instant' }]);
    return at;
  }
}
