export class ProblemFieldDto {
  path: string;
  code: string;
  message: string;
}

/** An error (RFC 9457). `code` is stable and machine-readable; `errors` lists every wrong path of the input. */
export class ProblemDto {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  errors?: ProblemFieldDto[];
  requestId: string;
}

export type Problem = ProblemDto;
