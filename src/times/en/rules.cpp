// What English time expressions look like. The syntax of patterns is told in rules.hpp; each rule has a case
// in cases.txt. Spans: «on», «in», «since» stay outside, «the» with a noun of time, «last», «ago» inside.
#include "times/rules.hpp"

#include <array>

namespace recoupe::times::en {
namespace {

using enum Operation;

constexpr std::array macros = {
    Macro{"ZONED", "[ ZONE [ ( - | + ) NUMBER ] ]"},
    // 3 p.m., 7:56pm, 15:11 GMT, noon, 8 o'clock, half past seven
    Macro{"CLOCK",
          "( HOUR : @glued MINUTE [ : @glued MINUTE ] [ HALF ] | HOUR . @glued MINUTE HALF | HOUR HALF | "
          "HOUR o ' clock [ HALF ] | NOON | FRACTION past HOUR [ HALF ] | CLOCK4 !( - ) ZONE ) $ZONED"},
    // May 5, 2016; Friday, 5 May 2016; the 5th of May
    Macro{"DATE",
          "[ WEEKDAY [ PART ] [ , ] ] ( MONTH DAY !( UNIT | - UNIT ) [ [ , ] YEAR ] | DAY [ of | - ] MONTH [ "
          "[ , | - ] YEAR ] )"},
    Macro{"ABOUTS", "[ ABOUT [ ABOUT ] ]"},
    Macro{"AMOUNT", "( [ another ] NUMBER | [ a ] DOZEN | VAGUE | a DOZEN )"},
    Macro{"ADJECTIVE", "[ consecutive | straight | full | whole | long | more | successive | additional ]"},
    Macro{"PREP",
          "( in | of | since | until | till | by | from | to | during | before | after | through | for | "
          "around | and | or | between | circa | back | as | lparen )"},
};

constexpr std::array rules = {
    // ---- what looks like a time and is none
    Rule{"age", nothing,
         "[ a | an | the ] $ABOUTS NUMBER [ and a half ] [ - ] UNIT [ - ] ( old | olds | of age )"},
    Rule{"aged", nothing, "( aged | age | ages ) NUMBER [ ( to | and | - ) NUMBER ] [ UNIT ]"},
    Rule{"rate", nothing,
         "NUMBER [ - ] ( quarter | quarters ) of | ( km | miles | kilometers | kilometres | m ) ( / | per | "
         "an | a ) UNIT"},
    Rule{"ordinal-second", nothing, "( the | a | one ) second ( ANY )"},

    // ---- dates
    Rule{"date", calendar, "$DATE [ [ , ] [ at | around | about ] $CLOCK | [ , ] [ in the ] PART ]"},
    Rule{"clock-date", calendar, "$CLOCK [ , ] [ on ] ( $DATE | [ LAST | NEXT ] WEEKDAY | OFFSET )"},
    Rule{"weekday-clock", calendar, "[ LAST | NEXT ] WEEKDAY [ PART ] ( at | , ) $CLOCK"},
    Rule{"american-date", calendar, "MONTH2 / @glued DAY / @glued ( YEAR | YEAR2 )"},
    Rule{"numeric-date", calendar,
         "DAY ( / @glued MONTH2 / @glued ( YEAR | YEAR2 ) | . @glued MONTH2 . @glued YEAR )"},
    Rule{"iso-date", calendar, "YEAR - @glued MONTH2 - @glued DAY"},
    Rule{"weekday", calendar,
         "[ EDGE ] [ [ CURRENT ] ( LAST | NEXT ) | CURRENT ] WEEKDAY [ PART ] [ ( LAST | NEXT | CURRENT ) "
         "UNIT ]"},
    Rule{"weekday-day", calendar, "WEEKDAY [ , ] the DAY"},
    Rule{"nth-weekday", nth,
         "[ the ] ( ORDINAL | LAST ) WEEKDAY ( of | in ) ( MONTH [ [ , ] YEAR ] | ( CURRENT | LAST | NEXT ) "
         "UNIT )"},
    Rule{"week-of", week_of, "[ the ] week of [ WEEKDAY , ] MONTH DAY [ [ , ] YEAR ]"},
    Rule{"part-of-date", calendar,
         "[ the ] PART of ( $DATE | [ LAST | NEXT ] WEEKDAY [ , $DATE ] | OFFSET | CURRENT PART )"},
    Rule{"night-between", night,
         "[ the ] night of MONTH DAY ( TO | BOTH ) [ MONTH ] DAY [ [ , ] YEAR ] | [ the ] night of DAY TO "
         "DAY MONTH [ YEAR ]"},
    Rule{"day-end", calendar, "[ the ] ( end | start | beginning | close ) of the day [ WEEKDAY | OFFSET ]"},

    // ---- ranges
    Rule{"days-of-month", range,
         "MONTH DAY ( TO | BOTH ) DAY [ [ , ] YEAR ] | [ the ] DAY ( TO | BOTH ) [ the ] DAY [ of ] MONTH [ "
         "[ , ] YEAR ]"},
    Rule{"date-to-date", range,
         "[ WEEKDAY [ , ] ] ( MONTH DAY | DAY MONTH ) [ [ , ] YEAR ] TO [ WEEKDAY [ , ] ] ( MONTH DAY | DAY "
         "MONTH ) [ [ , ] YEAR ]"},
    Rule{"months", range,
         "from { MONTH [ YEAR ] TO MONTH [ YEAR ] } | between { MONTH [ YEAR ] BOTH MONTH [ YEAR ] } | MONTH "
         "[ YEAR ] - MONTH YEAR"},
    Rule{"years", range, "( from | for | of | in ) { YEAR TO YEAR } | between { YEAR ( BOTH | TO ) YEAR }"},
    Rule{"years-joined", range, "~( / ) YEAR TO @glued ( YEAR | YEAR2 )"},
    Rule{"weekdays", range,
         "from { WEEKDAY TO WEEKDAY } | between { WEEKDAY BOTH WEEKDAY } | WEEKDAY through WEEKDAY"},
    Rule{"clock-to-clock", range, "( from | between ) { ( $CLOCK | HOUR ) ( TO | BOTH ) $CLOCK }"},

    // ---- months, years and more
    Rule{"quarter", calendar,
         "[ the ] ORDINAL ( UNIT | [ - ] HALFYEAR ) of ( YEAR | [ the | CURRENT | LAST | NEXT ] [ fiscal ] "
         "year ) | ( QUARTERMARK | HALFYEAR ) @glued NUMBER [ of ] YEAR"},
    Rule{"month-year", calendar, "[ EDGE [ - ] ] MONTH [ , | of ] YEAR"},
    Rule{"month", calendar, "$PREP { MONTH } !( DAY )"},
    Rule{"month-alone", calendar, "@unnamed !( may | march ) MONTH !( DAY | @upper ANY )"},
    Rule{"month-shifted", calendar, "[ EDGE ] ( LAST | NEXT | CURRENT ) MONTH"},
    Rule{"edge-month", calendar, "EDGE [ - ] [ the month of ] MONTH"},
    Rule{"edge-year", calendar, "EDGE [ - ] [ the year ] YEAR"},
    Rule{"year-named", calendar, "the year YEAR"},
    Rule{"year-after-preposition", calendar, "$PREP { YEAR } !( - | UNIT | PERSON | % )"},
    Rule{"year-alone", year,
         "~( some | about | than | nearly | almost | least | $ ) YEAR !( - | UNIT | PERSON | % )"},
    Rule{"season-year", calendar, "[ the ] [ EDGE ] SEASON [ of ] YEAR"},
    Rule{"season", calendar, "[ EDGE ] ( LAST | NEXT | CURRENT ) SEASON"},
    Rule{"season-in", calendar,
         "( in | during | by | since | until | of | for ) { [ EDGE ] [ the ] SEASON } !( @upper ANY | of )"},
    Rule{"decade-years", decade, "[ EDGE ] [ the ] [ EDGE ] ( NUMBER [ ' ] @glued s | TENS )"},
    Rule{"century", century,
         "[ EDGE ] [ the ] [ EDGE ] ( NUMBER @glued ( st | nd | rd | th ) | ORDINAL ) [ - ] century"},
    Rule{"feast", calendar, "@unnamed [ LAST | NEXT | CURRENT ] FEAST [ YEAR ]"},

    // ---- counted from today
    Rule{"offset", offset, "[ EDGE | earlier | later ] OFFSET [ PART ]"},
    Rule{"offset-clock", offset, "OFFSET [ PART ] ( at | , ) $CLOCK"},
    Rule{"this-part", calendar, "[ EDGE | earlier | later ] ( CURRENT | LAST ) PART"},
    Rule{"ago", ago,
         "$ABOUTS ( $AMOUNT | ONE | FRACTION [ a | an ] ) $ADJECTIVE UNIT [ and a half ] ( ago | back )"},
    Rule{"ago-unknown", unknown, "( UNITS | long | not long ) ago"},
    Rule{"ahead", ahead,
         "( in | within ) $ABOUTS ( NUMBER | ONE ) UNIT ' s time | $ABOUTS ( NUMBER | ONE ) UNIT from now"},
    Rule{"shifted", shifted, "[ EDGE ] ( [ CURRENT ] ( LAST | NEXT ) | CURRENT ) !( UNITS ) UNIT !( - old )"},
    Rule{"weekend", shifted, "the WEEKEND"},
    Rule{"edge-unit", shifted, "[ the ] EDGE [ the | CURRENT | LAST | NEXT ] UNIT | UNIT [ - ] end"},

    // ---- counted from the time last told
    Rule{"later", later, "$ABOUTS ( NUMBER | [ a ] DOZEN | ONE ) UNIT [ and a half ] later"},
    Rule{"earlier", earlier, "$ABOUTS ( NUMBER | [ a ] DOZEN | ONE ) UNIT [ and a half ] earlier"},
    Rule{"follow", after,
         "the ( following | next ) ( UNIT | PART ) | the UNIT after !( the | a | an | his | her | their | "
         "its | that | he | she | they )"},
    Rule{"precede", before,
         "the ( previous | preceding ) ( UNIT | PART ) | the UNIT before !( the | a | an | his | her | their "
         "| its | that | he | she | they | last )"},
    Rule{"eve-of", before, "the ( day | eve ) ( before | of ) FEAST"},
    Rule{"same", same, "( that | the same | that same | the very same ) ( UNIT | PART )"},
    Rule{"that-time", unknown, "that time"},
    Rule{"part-alone", calendar, "( in | during | throughout ) { the PART } !( of )"},
    Rule{"part-at", calendar, "( at | by | until | before | after ) { PART }"},

    // ---- clock times
    Rule{"clock", calendar, "$CLOCK"},

    // ---- durations
    Rule{"someday", nothing,
         "~( only | in | within | for | than | least | just | about | after | and | with ) one day ( , | "
         "@lower ANY )"},
    Rule{"duration", duration,
         "$ABOUTS $AMOUNT [ - ] $ADJECTIVE UNIT [ and a FRACTION | [ , ] [ and ] NUMBER UNIT ]"},
    Rule{"duration-one", duration,
         "( for | in | within | after | during | lasted | took | takes | take | of ) { $ABOUTS ONE "
         "$ADJECTIVE UNIT [ and a FRACTION ] } | ABOUT [ ABOUT ] ONE $ADJECTIVE UNIT [ and a FRACTION ]"},
    Rule{"duration-around", duration, "{ ONE UNIT } ( after | before | in advance )"},
    Rule{"duration-half", duration, "$ABOUTS [ a | another ] FRACTION [ - ] [ a | an | of a | of an ] UNIT"},
    Rule{"duration-and-half", duration, "$ABOUTS NUMBER [ - ] and [ - ] a [ - ] FRACTION [ - ] UNIT"},
    Rule{"duration-to", duration, "$ABOUTS NUMBER TO NUMBER [ - ] UNIT"},
    Rule{"duration-shared", duration, "{ NUMBER } and NUMBER UNIT"},
    Rule{"indefinite", duration,
         "( for | spent | took | take | takes | after | even | over | within | and | in | ~( number | "
         "numbers | lot | kind | range | course ) of ) { UNITS } !( of | old )"},
    Rule{"indefinite-around", duration, "{ UNITS } ( after | before | later | earlier | long )"},
    Rule{"these-last", duration, "( LAST | NEXT | recent ) [ VAGUE ] UNITS"},
    Rule{"whole", span_of, "all ( day | week | month | year | night ) | ( the | a ) ( whole | entire ) UNIT"},

    // ---- sets
    Rule{"every", set,
         "( every | each ) [ other ] [ NUMBER ] ( UNIT | WEEKDAY [ PART ] | MONTH | PART | SEASON )"},
    Rule{"times-per", rate, "( NUMBER times | once | twice ) ( a | an | per | every | each ) UNIT"},
    Rule{"on-weekdays", set, "on { WEEKDAYS }"},
};

}  // namespace

Table table() {
  return {rules, macros};
}

}  // namespace recoupe::times::en
