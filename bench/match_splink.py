"""Links records.csv to registry.csv with Splink, as a peer of the matching engine.

python bench/match_splink.py <records.csv> <registry.csv> <result.csv>

Needs Python 3.9 or later and: pip install splink==4.0.17 duckdb==2.0.1
Settings are those that a careful user would write for these columns: texts are cleaned, one-to-many
numbers are compared as lists, weights come from expectation-maximisation on the files themselves.
Nothing here knows which differences the generator makes. Accepted from ACCEPT on, proposed from PROPOSE on.
"""

import logging
import sys

import duckdb
import splink.comparison_level_library as cll
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

ACCEPT = 0.99
PROPOSE = 0.01
THREADS = 2
SEED = 1

FORMATS = "['%d/%m/%Y', '%Y-%m-%d', '%d-%m-%Y', '%m/%d/%Y', '%d/%m/%y']"

# Numbers are digits only, 11 digits get their zero back, other lengths than 9 and 12 are no numbers.
DIGITS = "regexp_replace({column}, '[^0-9]', '', 'g')"
NUMBER = (
    "case length({digits}) when 12 then {digits} when 9 then {digits}"
    " when 11 then '0' || {digits} else null end"
)


def number_of(column: str) -> str:
    return NUMBER.format(digits=DIGITS.format(column=column))


def prepare(connection, table: str, path: str, key: str, older: str) -> None:
    """One table for each file, cleaned alike. `older` gives the list of older numbers."""
    connection.execute(
        f"""
        create table {table} as
        with source as (
            select *, lower(trim(regexp_replace(nfc_normalize(full_name), '\\s+', ' ', 'g'))) as name
            from read_csv(?, all_varchar = true, header = true)
        ), read as (
            select {key} as unique_id, name,
                replace(strip_accents(name), 'đ', 'd') as folded,
                cast(try_strptime(birth_date, {FORMATS}) as date) as birth,
                case left(strip_accents(lower(sex)), 2)
                    when 'na' then 'M' when 'nu' then 'F' end as sex,
                {number_of("id_number")} as number, {older} as older
            from source
        )
        select unique_id, name, folded, split_part(folded, ' ', -1) as given,
            strftime(birth, '%Y-%m-%d') as dob, strftime(birth, '%Y-%d-%m') as swapped,
            year(birth) as birth_year, sex, number,
            list_filter(list_prepend(number, older), lambda x: x <> '') as numbers
        from read
        """,
        [path],
    )


def comparisons():
    name = {
        "output_column_name": "name",
        "comparison_levels": [
            cll.NullLevel("folded"),
            cll.ExactMatchLevel("name"),
            cll.ExactMatchLevel("folded", term_frequency_adjustments=True),
            cll.JaroWinklerLevel("folded", 0.92),
            cll.JaroWinklerLevel("folded", 0.85),
            cll.ElseLevel(),
        ],
    }
    dob = {
        "output_column_name": "dob",
        "comparison_levels": [
            cll.NullLevel("dob"),
            cll.ExactMatchLevel("dob"),
            cll.CustomLevel("dob_l = swapped_r", "day and month exchanged"),
            cll.DamerauLevenshteinLevel("dob", 1),
            cll.ExactMatchLevel("birth_year"),
            cll.ElseLevel(),
        ],
    }
    number = {
        "output_column_name": "numbers",
        "comparison_levels": [
            cll.CustomLevel("len(numbers_l) = 0 or len(numbers_r) = 0", "no number").configure(
                is_null_level=True
            ),
            cll.CustomLevel("list_has_any(numbers_l, numbers_r)", "a number agrees"),
            cll.DamerauLevenshteinLevel("number", 1),
            cll.ElseLevel(),
        ],
    }
    sex = {
        "output_column_name": "sex",
        "comparison_levels": [cll.NullLevel("sex"), cll.ExactMatchLevel("sex"), cll.ElseLevel()],
    }
    return [name, dob, number, sex]


def settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="link_only",
        comparisons=comparisons(),
        blocking_rules_to_generate_predictions=[
            block_on("numbers", arrays_to_explode=["numbers"]),
            block_on("folded", "birth_year"),
            block_on("dob", "given"),
            block_on("folded", "sex", "substr(dob, 6, 5)"),
        ],
    )


def train(linker: Linker) -> None:
    same = block_on("numbers", "folded", arrays_to_explode=["numbers"])
    linker.training.estimate_probability_two_random_records_match([same], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=SEED)
    for rule in (block_on("dob", "given"), block_on("number")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


def write_result(connection, predictions: str, path: str) -> None:
    connection.execute(
        f"""
        copy (
            with pair as (
                select case when source_dataset_l = 'record' then unique_id_l else unique_id_r end as record_id,
                    case when source_dataset_l = 'record' then unique_id_r else unique_id_l end as person_id,
                    match_probability as score
                from {predictions}
            ), ranked as (
                select *, row_number() over (partition by record_id order by score desc, person_id) as place
                from pair
            )
            select record.unique_id as record_id,
                case when one.score >= {ACCEPT} then 'matched'
                    when one.score >= {PROPOSE} then 'review' else 'unmatched' end as outcome,
                coalesce(one.person_id, '') as person_id, one.score as score,
                coalesce(two.person_id, '') as second_person_id, two.score as second_score
            from record
            left join ranked one on one.record_id = record.unique_id and one.place = 1
            left join ranked two on two.record_id = record.unique_id and two.place = 2
            order by record.unique_id
        ) to '{path}' (header, delimiter ',')
        """
    )


def main(records: str, registry: str, result: str) -> None:
    logging.getLogger("splink").setLevel(logging.WARNING)
    connection = duckdb.connect()
    connection.execute(f"set threads = {THREADS}")
    prepare(connection, "record", records, "record_id", "cast([] as varchar[])")
    prepare(connection, "person", registry, "person_id", "string_split(coalesce(old_ids, ''), '|')")
    linker = Linker(
        ["record", "person"],
        settings(),
        db_api=DuckDBAPI(connection=connection),
        input_table_aliases=["record", "person"],
    )
    train(linker)
    predictions = linker.inference.predict(threshold_match_probability=PROPOSE)
    write_result(connection, predictions.physical_name, result)


if __name__ == "__main__":
    main(*sys.argv[1:4])
