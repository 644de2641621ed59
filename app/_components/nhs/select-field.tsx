import { describedBy, Field, type FieldProps } from "./field";

type SelectFieldProps = FieldProps & {
  name: string;
  value?: string;
  /** Neighbours of one group stand under its name. */
  options: readonly SelectOption[];
};

type SelectOption = { value: string; text: string; group?: string };

/** One of many. */
export function SelectField({ name, value, options, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <select
        className="nhsuk-select"
        id={field.id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(field)}
      >
        {groupsOf(options).map(({ group, members }) =>
          group === undefined ? (
            members.map((option) => <Option option={option} key={option.value} />)
          ) : (
            <optgroup label={group} key={group}>
              {members.map((option) => (
                <Option option={option} key={option.value} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}

const Option = ({ option }: { option: SelectOption }) => <option value={option.value}>{option.text}</option>;

function groupsOf(options: readonly SelectOption[]) {
  const groups: { group: string | undefined; members: SelectOption[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
}
