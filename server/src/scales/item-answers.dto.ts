import { IsOptional, IsUUID } from 'class-validator';
import { IsDay } from '../platform/day.validator.js';

export class ItemAnswersQuery {
  /** The scale answered last where it is left out. */
  @IsOptional() @IsUUID() instrumentId?: string;
  @IsOptional() @IsDay() from?: string;
}

/** `risk`: an answer to it may have to be looked at. */
export class AskedItemDto {
  key: string;
  text: string;
  risk: boolean;
}

/** Item key to the points of its answer, as answered; null where it was left open. */
export class AnsweredItemsDto {
  id: string;
  answeredOn: string;
  points: Record<string, number | null>;
}

/** One scale item by item: the wording of its newest version, and at most thirty sets of answers, newest first. */
export class ItemAnswersDto {
  /** Null where nothing was answered. */
  instrumentId: string | null;
  items: AskedItemDto[];
  answers: AnsweredItemsDto[];
}
