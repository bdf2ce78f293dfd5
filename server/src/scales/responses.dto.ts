import { IsOptional, IsUUID } from 'class-validator';
import { ScaleResponseDto } from './scales.dto.js';

/** Whose answers they are, and which form they answer where the file's own address does not tell. */
export class ResponseImportQuery {
  @IsUUID() clientId: string;
  @IsOptional() @IsUUID() instrumentId?: string;
}

/** `fileTotal`: what the file itself gives as the total; the score is made here all the same. */
export class ImportedResponseDto extends ScaleResponseDto {
  fileTotal: number | null;
  warnings: string[];
}

export class FhirEntryDto {
  resource: Record<string, unknown>;
}

/** A FHIR R4 Bundle: a QuestionnaireResponse and Observations. */
export class FhirBundleDto {
  resourceType: string;
  id: string;
  type: string;
  entry: FhirEntryDto[];
}
