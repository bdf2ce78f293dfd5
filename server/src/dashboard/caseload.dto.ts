import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { CLIENT_STATUSES, type ClientStatus } from '../clients/clients.rules.js';
import { PageQuery } from '../platform/paging.js';

const BY_NAME = ['name', '-name'] as const;
const BY_NEED = ['need', '-need'] as const;
export const CLIENT_SORTS = ['-updatedAt', 'updatedAt', ...BY_NAME, ...BY_NEED] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];

/**
 * `q`: beginnings of names, or a whole e-mail address. `needs`: only those for whom the reader has something to do.
 * `couple`: only those who are one of two, or only those who are not.
 */
export class ClientQuery extends PageQuery {
  @IsOptional() @IsString() @Length(1, 120) q?: string;
  @IsOptional() @IsIn(CLIENT_STATUSES) status?: ClientStatus;
  @IsOptional() @IsUUID() therapistId?: string;
  @IsOptional() @IsIn(['true', 'false']) needs?: 'true' | 'false';
  @IsOptional() @IsIn(['coupled', 'alone']) couple?: 'coupled' | 'alone';
  @IsOptional() @IsIn(CLIENT_SORTS) sort?: ClientSort;
}
