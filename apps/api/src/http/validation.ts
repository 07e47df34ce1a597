import { StandardSchemaValidationPipe } from '@nestjs/common';
import { fieldProblem, type FieldIssue } from '@don-doc/i18n';
import { DomainError } from '@don-doc/domain';

/** Shape is checked by the contract's schemas; what is wrong is said field by field. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new DomainError('VALIDATION', { fields: (issues as readonly FieldIssue[]).slice(0, 20).map(fieldProblem) }),
  });
}
