import { DomainEvent } from '../platform/outbox.js';

interface Homework extends Record<string, string | null> {
  assignmentId: string;
  /** Whom it concerns; for a sheet of two there is one event for each. */
  clientId: string;
}

export class WorksheetAssigned extends DomainEvent {
  readonly kind = 'worksheet.assigned';
  constructor(payload: Homework) {
    super(payload);
  }
}

export class WorksheetSubmitted extends DomainEvent {
  readonly kind = 'worksheet.submitted';
  constructor(payload: { assignmentId: string }) {
    super(payload);
  }
}

export class WorksheetReturned extends DomainEvent {
  readonly kind = 'worksheet.returned';
  constructor(payload: Homework) {
    super(payload);
  }
}

export class WorksheetReviewed extends DomainEvent {
  readonly kind = 'worksheet.reviewed';
  constructor(payload: Homework) {
    super(payload);
  }
}
