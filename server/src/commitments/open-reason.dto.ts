import { IsString, Length } from 'class-validator';

export class OpenReason {
  /** Why it is right to let it go: read by staff alone. */
  @IsString() @Length(10, 1000) reason: string;
}
