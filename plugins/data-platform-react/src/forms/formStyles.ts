/** The classes of forms: labels, rows, notes and the plan below. */
export { default as formStyles } from './forms.module.css';
