import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';

/** Who hands whom over to which colleague. Two people of a couple go together. */
export class NewTransfer {
  @IsUUID() fromStaffId: string;
  @IsUUID() toStaffId: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @IsUUID(undefined, { each: true }) clientIds: string[];
}

/** With `dryRun` nothing is changed: the answer says what would be. */
export class TransferQuery {
  @IsOptional() @IsIn(['true', 'false']) dryRun?: 'true' | 'false';
}

export class TransferredDto {
  id: string;
  displayName: string;
  coupleId: string | null;
}

/**
 * `sessions`: planned ones that go along. `clashes`: how many of them meet another session of the colleague; while
 * there are any, only a dry run answers.
 */
export class TransferDto {
  dryRun: boolean;
  people: TransferredDto[];
  couples: number;
  sessions: number;
  clashes: number;
}
