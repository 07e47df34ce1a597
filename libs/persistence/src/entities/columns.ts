import { Column, PrimaryColumn } from 'typeorm';
import type { ValueTransformer } from 'typeorm';

/** Instants are epoch milliseconds everywhere above the database; the column keeps them to the millisecond. */
const asEpochMs: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'number' ? new Date(value) : value),
  from: (value: unknown) => (value instanceof Date ? value.getTime() : value),
};

interface Options {
  readonly nullable?: boolean;
  /** SQL expression. */
  readonly default?: string;
}

/** timestamptz(3) held as epoch ms. */
export function InstantColumn(options: Options = {}): PropertyDecorator {
  return Column({
    type: 'timestamptz',
    precision: 3,
    nullable: options.nullable ?? false,
    transformer: asEpochMs,
    ...defaultOf(options),
  });
}

/** A civil date 'YYYY-MM-DD'. */
export function DateColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'date', nullable: options.nullable ?? false });
}

export function TextColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'text', nullable: options.nullable ?? false, ...defaultOf(options) });
}

export function UuidColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'uuid', nullable: options.nullable ?? false });
}

export function IntColumn(options: { readonly nullable?: boolean; readonly default?: number } = {}): PropertyDecorator {
  return Column({ type: 'integer', nullable: options.nullable ?? false, default: options.default });
}

export function BoolColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'boolean', nullable: options.nullable ?? false, ...defaultOf(options) });
}

export function JsonColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'jsonb', nullable: options.nullable ?? false, ...defaultOf(options) });
}

export function TextsColumn(): PropertyDecorator {
  return Column({ type: 'text', array: true, default: () => "'{}'" });
}

/** A uuid given by the application. */
export function UuidKey(constraint: string): PropertyDecorator {
  return PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: constraint });
}

function defaultOf(options: Options): { default?: () => string } {
  const value = options.default;
  return value === undefined ? {} : { default: () => value };
}
