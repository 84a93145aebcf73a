// What French time expressions look like. The syntax of patterns is told in rules.hpp; each rule has a case
// in cases.txt.
//
// Spans follow the annotation rules: «le», «au», «vers», «depuis» stay outside; «la», «l'», «ce», «il y a»,
// «d'ici» inside.
#include "times/rules.hpp"

#include <array>

namespace recoupe::times::fr {
namespace {

using enum Operation;

constexpr std::array macros = {
    Macro{"OF", "( du | de la | de l' | de | d' | des )"},
    Macro{"DAYHALF", "( du | de l' | ce | de la ) HALF"},
    Macro{"ZONED", "[ ZONE [ ( - | + ) NUMBER ] ]"},
    Macro{"MINUTES", "MINUTE [ min | mn | minutes ] !( NUMBER )"},
    // 14h30, 14 h 30, 14 heures 30, 8 heures et demie, midi, 9 heures du matin, 22 h 34 UTC-5
    Macro{"CLOCK",
          "( HOUR ( h | heure | heures ) [ $MINUTES | et FRACTION | FRACTION ] | HOUR : @glued MINUTE [ : "
          "@glued MINUTE ] !( : ) | NOON [ et FRACTION ] ) [ $DAYHALF ] $ZONED"},
    // surely a clock time, even with no word before it
    Macro{"SURECLOCK",
          "( HOUR h [ $MINUTES ] | HOUR heures $MINUTES | HOUR ( heure | heures ) ( $DAYHALF | ZONE | "
          "FRACTION ) | HOUR ( heure | heures ) et FRACTION $DAYHALF | HOUR : @glued MINUTE [ : @glued "
          "MINUTE ] !( : | @glued NUMBER ) ) [ $DAYHALF ] $ZONED"},
    Macro{"WHEN", "[ LAST | NEXT ]"},
    Macro{"DATE", "[ WEEKDAY [ PART ] [ , ] [ le ] ] DAY [ - ] MONTH [ [ - @glued ] YEAR ] $WHEN"},
    Macro{"ABOUTS", "[ ABOUT [ ABOUT ] ]"},
    Macro{"AMOUNT", "( NUMBER | une DOZEN ( de | d' ) | VAGUE )"},
    Macro{"TIMEOF",
          "!( de | d' | plus | apres | avant | durant | par jour | par semaine | par mois | auparavant | sur "
          "| consecutives )"},
};

constexpr std::array rules = {
    // ---- what looks like a time and is none
    Rule{"age", nothing,
         "( age | agee | ages | agees ) [ respectivement ] ( de | d' ) $ABOUTS [ NUMBER [ , NUMBER ] ( et | "
         "a | ou ) ] $AMOUNT UNIT [ et [ de ] NUMBER UNIT ]"},
    Rule{"age-of-person", nothing,
         "PERSON [ @lower !( de | d' ) ANY ] ( de | d' ) $ABOUTS ( NUMBER [ ( a | et | ou ) NUMBER ] | une "
         "DOZEN d' ) ( ans | mois | annees ) [ et demi ]"},
    Rule{"age-of-noun", nothing,
         "@noun ( de | d' ) $ABOUTS NUMBER [ ( a | et | ou ) NUMBER ] ans !( de | d' | ferme | fermes | et "
         "demi )"},
    Rule{"ages-in-brackets", nothing, "lparen ( de | d' ) NUMBER [ ( a | et | ou ) NUMBER ] ans rparen"},
    Rule{"ages-between", nothing,
         "( ages | agees | age | aurait | auraient | avait | avaient | ont ) entre NUMBER et NUMBER ans"},
    Rule{"pension-age", nothing,
         "( age | retraite | pension ) ANY [ ANY ] [ ANY ] NUMBER [ ans ] a NUMBER ans"},
    Rule{
        "age-in-commas", nothing,
        "( , | lparen | tous deux | toutes deux | respectivement ) NUMBER ( ans | mois ) ( , | rparen | . )"},
    Rule{"age-at", nothing,
         "( a | des ) [ l' age de ] NUMBER ans !( de | d' | apres | avant | ferme | fermes )"},
    Rule{"age-group", nothing,
         "( les | des | aux ) ( [ ( moins | plus ) de ] NUMBER ans | NUMBER ( - | a ) NUMBER ans ) !( de )"},
    Rule{"ages-respectively", nothing,
         "respectivement [ ages de | agees de ] NUMBER [ , NUMBER ] et NUMBER ans"},
    Rule{"age-after-name", nothing, "@named , NUMBER ans !( de prison | de reclusion | ferme )"},
    Rule{"age-of-demonym", nothing, "@named ( de | d' ) $ABOUTS NUMBER ans"},
    Rule{"age-about", nothing, "d' une DOZEN d' ( annees | ans )"},
    Rule{"birthday", nothing,
         "( ses | son | leurs | mes | vos | nos | eu | avait | avaient | aura | auront | ont | ai | ayant | "
         "avoir | fete | feter ) NUMBER ans !( de | d' | pour | plus | avant | apres )"},
    Rule{"father-christmas", nothing,
         "( pere | marche | marches | sapin | sapins | arbre | conte ) [ de ] noel"},
    Rule{"light-year", nothing, "NUMBER [ d' ] annees - lumiere"},
    Rule{"race-time", nothing, "NUMBER : NUMBER . @glued NUMBER"},
    Rule{"newspaper", nothing, "journal ( du dimanche | de NUMBER heures )"},
    Rule{"television-news", nothing, "NUMBER @upper minutes | ( le | au | du ) [ \" ] NUMBER @upper heures"},
    Rule{"round-the-clock", nothing, "NUMBER ( h | heures | jours ) ( / | sur ) NUMBER"},
    Rule{"month-as-name", nothing, "place du DAY MONTH | rue du DAY MONTH"},

    // ---- dates
    Rule{"event-date", calendar, "( du | le | d' | des | au ) { DAY - @glued @upper MONTH } !( YEAR | - )"},
    Rule{"date", calendar,
         "[ CURRENT ] $DATE [ de ( l' UNIT ( LAST | NEXT ) | cette UNIT ) ] [ [ , ] ( au | dans la | en ) "
         "PART ] [ ( a | , ) $CLOCK | $SURECLOCK ]"},
    Rule{"midday", calendar, "( a la | la | en ) { NOON }"},
    Rule{"clock-date", calendar, "$CLOCK [ , ] [ le | du | de ] [ CURRENT ] $DATE"},
    Rule{"weekday-clock", calendar,
         "[ CURRENT ] WEEKDAY [ PART ] $WHEN ( ( a | vers ) $CLOCK | [ , ] $SURECLOCK )"},
    Rule{"clock-weekday", calendar, "$SURECLOCK [ , ] [ le ] [ CURRENT ] WEEKDAY [ PART ] $WHEN"},
    Rule{"weekday-numeric", calendar, "[ CURRENT ] WEEKDAY [ le ] DAY / @glued MONTH2 !( / )"},
    Rule{
        "month-year2", calendar,
        "@lower MONTH YEAR2 !( UNIT | PERSON | % | @plural | NUMBER | h | heures | / | : | - | @glued ANY )"},
    Rule{"date-year2", calendar,
         "[ WEEKDAY ] DAY MONTH YEAR2 !( UNIT | PERSON | % | @plural | NUMBER | h | heures | / | : | - | "
         "@glued ANY )"},
    Rule{"day-of-this-month", calendar,
         "( le | au | du | des | vers le | avant le ) { DAY ( du UNIT [ LAST | NEXT ] | [ de ] CURRENT UNIT "
         "[ - ci ] ) }"},
    Rule{"day-alone", calendar,
         "~( dans | sur | n | numero | et | les | des | contre | contactant | appelant | composant | appeler "
         "| composer | composez | appelez | contacter ) le { DAY } ( !( ANY | NUMBER | % | / | - | : | . "
         "@glued | , @glued | ° | \" ) | ( de | entre ) HOUR ( h | heures ) | pour NUMBER UNIT )"},
    Rule{"numeric-date", calendar,
         "~( - ) [ CURRENT ] [ WEEKDAY [ le ] ] DAY ( / @glued MONTH2 / @glued ( YEAR | YEAR2 ) | . @glued "
         "MONTH2 . @glued YEAR | - @glued MONTH2 - @glued ( YEAR | YEAR2 !( - ) ) )"},
    Rule{"iso-date", calendar, "YEAR ( - @glued MONTH2 - @glued DAY | / @glued MONTH2 / @glued DAY )"},
    Rule{"month-slash-year", calendar, "MONTH2 / @glued YEAR"},
    Rule{"day-slash-month", calendar, "( le | du | au ) { DAY / @glued MONTH2 } !( / | % )"},
    Rule{"weekday-day", calendar,
         "[ CURRENT ] WEEKDAY [ le ] DAY !( MONTH | h | heures | % | UNIT | , DAY | et DAY | au | : | / )"},
    Rule{"weekday", calendar, "[ CURRENT ] WEEKDAY [ [ au ] PART ] $WHEN"},
    Rule{"weekday-of-week", calendar, "WEEKDAY [ PART ] de ( la UNIT ( LAST | NEXT ) | CURRENT UNIT )"},
    Rule{"nth-weekday", nth,
         "( ORDINAL | LAST ) WEEKDAY ( de | d' | du mois de | du mois d' ) MONTH [ YEAR ] $WHEN | ( ORDINAL "
         "| LAST ) WEEKDAY ( de CURRENT UNIT | du UNIT ( LAST | NEXT ) )"},
    Rule{"week-of", week_of,
         "[ la ] semaine ( du | commencant le | debutant le ) [ WEEKDAY ] DAY ( MONTH [ YEAR ] | / @glued "
         "MONTH2 ) | [ la ] semaine du DAY ( TO | BOTH ) DAY MONTH [ YEAR ] | [ la ] semaine du DAY !( MONTH "
         "| TO | BOTH | / )"},
    Rule{"nth-week", nth_week,
         "[ la ] ( ORDINAL | LAST | NUMBER ( e | eme | ere | re ) ) semaine ( de | d' | du ) ( YEAR | [ mois "
         "( de | d' ) ] MONTH [ YEAR ] | CURRENT UNIT | [ l' | la ] UNIT ( LAST | NEXT ) )"},
    Rule{"week-number", nth_week,
         "( la | de la | en ) { semaine NUMBER [ de YEAR ] } !( UNIT | PERSON | % | @plural | h | heures | a "
         "HOUR )"},
    Rule{"part-of-date", calendar,
         "[ le | la | l' ] PART ( du | de | d' ) [ CURRENT ] ( $DATE | WEEKDAY [ DAY ] $WHEN | OFFSET )"},
    Rule{"day-of-date", calendar,
         "[ la ] journee ( du | de | d' ) [ CURRENT ] ( $DATE | WEEKDAY [ DAY ] $WHEN | OFFSET )"},
    Rule{"night-between", night,
         "[ la ] nuit ( du | de ) [ WEEKDAY ] DAY [ MONTH ] [ YEAR ] ( TO | BOTH ) [ le | du ] [ WEEKDAY ] "
         "DAY MONTH [ YEAR ] $WHEN"},
    Rule{"night-between-weekdays", night,
         "[ la ] nuit ( du | de ) WEEKDAY [ DAY ] ( TO | BOTH ) [ du ] WEEKDAY [ DAY [ MONTH [ YEAR ] ] ] "
         "$WHEN"},

    // ---- ranges
    Rule{"days-of-month", range,
         "[ WEEKDAY ] DAY ( TO | BOTH ) [ le ] [ WEEKDAY ] DAY ( MONTH [ YEAR ] $WHEN | [ de ] CURRENT UNIT "
         "[ - ci ] | du UNIT ( LAST | NEXT ) )"},
    Rule{"list-of-days", range, "DAY , DAY [ , DAY ] ( TO | BOTH ) DAY MONTH [ YEAR ] $WHEN"},
    Rule{"date-to-date", range,
         "[ WEEKDAY ] DAY MONTH [ YEAR ] TO [ le ] [ WEEKDAY ] DAY MONTH [ YEAR ] $WHEN"},
    Rule{"between-dates", range,
         "entre le { [ WEEKDAY ] DAY MONTH [ YEAR ] BOTH le [ WEEKDAY ] DAY MONTH [ YEAR ] $WHEN }"},
    Rule{"months", range,
         "( de | d' ) { MONTH [ YEAR ] TO MONTH [ YEAR ] $WHEN } | entre { MONTH [ YEAR ] BOTH MONTH [ YEAR "
         "] $WHEN }"},
    Rule{"years", range, "[ de | d' ] YEAR !( - | / ) TO [ en ] YEAR | entre { YEAR ( BOTH | TO ) YEAR }"},
    Rule{"years-joined", range, "~( / | - ) YEAR TO @glued ( YEAR | YEAR2 ) !( - )"},
    Rule{"weekdays", range,
         "( du | de ) { WEEKDAY TO WEEKDAY !( DAY ) } | entre { WEEKDAY BOTH WEEKDAY !( DAY ) } | du { "
         "WEEKDAY DAY TO WEEKDAY DAY !( MONTH ) }"},
    Rule{"clock-to-clock", range,
         "( de | entre ) { ( $CLOCK | HOUR ) ( TO | BOTH ) $CLOCK [ [ le ] ( WEEKDAY $WHEN | $DATE | DAY / "
         "@glued MONTH2 / @glued YEAR ) | OFFSET [ PART ] ] }"},

    // ---- months, years and more
    Rule{"month-year", calendar,
         "[ d' ici ] [ CURRENT ] [ EDGE [ - ] [ du | de | d' ] ] [ mois ( de | d' ) ] MONTH [ de l' annee ] "
         "YEAR"},
    Rule{"month", calendar,
         "mai YEAR2 | [ d' ici ] [ CURRENT ] [ mois ( de | d' ) ] @lower MONTH [ LAST | NEXT | de l' UNIT ( "
         "LAST | NEXT ) ]"},
    Rule{"edge-month", calendar,
         "[ d' ici [ la | a la | a ] | CURRENT ] EDGE [ - ] [ du | de | d' ] [ CURRENT ] [ mois ( de | d' ) "
         "] @lower MONTH $WHEN"},
    Rule{"edge-year", calendar,
         "[ d' ici [ la | a la | a ] ] EDGE [ - ] [ de | de l' annee | de l' an ] YEAR"},
    Rule{"year-named", calendar,
         "( l' annee | l' an | annee | [ cette | la ] meme annee | cette annee ) YEAR"},
    Rule{"year-ahead", calendar, "d' ici [ a | l' an | l' horizon ] YEAR"},
    Rule{"year-after-en", calendar, "( en | depuis | avant | fin | debut ) { YEAR } !( - | UNIT | % )"},
    Rule{"year-after-preposition", calendar,
         "( en | depuis | des | vers | avant | apres | jusqu' en | jusqu' a | de | d' | a | et | pour | "
         "lparen ) { YEAR } !( - | UNIT | PERSON | % | @plural )"},
    Rule{"year-alone", year,
         "~( plus | moins | environ | pres | pres | quelque | les | n | numero | article ) YEAR !( - | UNIT "
         "| PERSON | % | @plural )"},
    Rule{"season", calendar,
         "( l' | le | au | de l' | en | a l' | d' ici l' ) { SEASON } !( de | des | du )"},
    Rule{"season-article", calendar, "( l' | CURRENT ) SEASON $WHEN"},
    Rule{"season-year", calendar, "~( d' ) [ l' ] SEASON [ de | de l' annee ] YEAR"},
    Rule{"season-shifted", calendar, "~( d' ) SEASON ( LAST | NEXT )"},
    Rule{"century", century, "[ EDGE du ] ( CENTURY | NUMBER ( e | eme ) ) siecle"},
    Rule{"quarter", calendar,
         "HALFYEAR @glued NUMBER [ de ] YEAR | QUARTERMARK @glued NUMBER [ de ] YEAR | ( ORDINAL | NUMBER ( "
         "er | e | eme | nd ) ) UNIT [ [ de | de l' annee | de l' an ] YEAR ] $WHEN"},
    Rule{"decade-years", decade, "[ EDGE ( des | d' ) ] annees ( YEAR | YEAR2 | TENS )"},
    Rule{"feast", calendar,
         "( a | de | jour de | jour d' | avant | apres | pour | pendant | depuis | la | l' | le | du | au | "
         "d' ) { [ ( veille | soir | jour | matin ) de ] FEAST [ YEAR ] $WHEN }"},
    Rule{"feast-with-article", calendar, "( la | l' ) FEAST [ YEAR ] $WHEN"},
    Rule{"feast-named", calendar, "@upper @unnamed FEAST [ YEAR ] $WHEN"},

    // ---- counted from today
    Rule{
        "offset", offset,
        "OFFSET [ PART | avant l' PART | au PART ] [ [ , ] WEEKDAY [ DAY [ MONTH ] ] | DAY MONTH [ YEAR ] ]"},
    Rule{"offset-clock", offset, "OFFSET [ PART ] [ , ] ( a | vers ) $CLOCK"},
    Rule{"this-part", calendar, "CURRENT PART !( - la ) | la PART LAST"},
    Rule{"this-part-clock", calendar, "CURRENT PART ( a | vers ) $CLOCK"},
    Rule{"ago", ago,
         "( il y a | voila | voici ) [ deja ] $ABOUTS $AMOUNT UNIT [ et FRACTION | et NUMBER UNIT ]"},
    Rule{"ago-unknown", unknown,
         "( il y a | voila | voici ) [ deja ] ( longtemps | bien longtemps | des UNIT )"},
    Rule{"ahead", ahead,
         "( dans | d' ici [ a ] ) $ABOUTS $AMOUNT UNIT [ et FRACTION | et NUMBER UNIT ] !( de | d' )"},
    Rule{"following", duration,
         "( les | des ) { [ NUMBER ] UNIT ( suivants | suivantes | a venir | qui viennent | qui suivirent | "
         "qui suivent ) }"},
    Rule{"shifted", shifted, "[ la | l' ] UNIT ( LAST | NEXT )"},
    Rule{"shifted-before", shifted, "( le | la | du | au ) { ( NEXT | LAST ) UNIT } !( de | d' | du | des )"},
    Rule{"within-unit", shifted, "plus ( tot | tard ) dans ( la | l' ) !( journee ) UNIT !( de | d' | du )"},
    Rule{"this-unit", shifted,
         "[ la | l' ] UNIT en cours | ( ce | cet | cette ) UNIT [ [ - ] ci ] !( - la | la | de MONTH )"},
    Rule{"weekend", shifted, "( le | du | au | de | un ) { WEEKEND } !( de | du | d' | prolonge )"},
    Rule{"edge-unit", shifted,
         "[ d' ici la | d' ici a la ] EDGE ( de l' | du | de la | de | d' ) [ CURRENT ] UNIT $WHEN"},

    // ---- counted from the time last told
    Rule{"later", later, "$ABOUTS ( NUMBER | une DOZEN ( de | d' ) ) UNIT [ et FRACTION ] plus tard"},
    Rule{"earlier", earlier,
         "$ABOUTS ( NUMBER | une DOZEN ( de | d' ) ) UNIT [ et FRACTION ] ( plus tot | auparavant )"},
    Rule{"follow", after, "( la | l' ) FOLLOW [ [ au ] PART ] | ( le | au | du ) { FOLLOW [ PART ] }"},
    Rule{"follow-of", after,
         "[ la | l' ] FOLLOW $OF ( FEAST | la FEAST | l' FEAST | $DATE | WEEKDAY | [ CURRENT ] ANY )"},
    Rule{"unit-after", after,
         "[ la | l' ] ( UNIT | PART ) ( suivant !( l' | le | la | les | un | une | son | sa | cette | ce ) | "
         "suivante | d' apres )"},
    Rule{"unit-before", before, "[ la | l' ] ( UNIT | PART ) ( precedent | precedente | d' avant )"},
    Rule{"same", same,
         "CURRENT ( UNIT | PART | moment | instant | epoque | date | periode ) [ - ] la | [ la ] meme ( UNIT "
         "| PART ) | [ le ] ( jour | PART ) meme"},
    Rule{"the-day", same, "( dans | durant | pendant | cours de | fil de ) { la journee } !( de | du | d' )"},
    Rule{"part-of-event", calendar,
         "[ le ] PART ( de l' | du | des | de la ) @lower ANY [ de ( la | l' ) FEAST ] !( derniere | dernier "
         ")"},
    Rule{"morning", calendar, "le { PART } !( - | de | du | d' | meme )"},
    Rule{"whole-part", calendar, "toute la PART"},
    Rule{"part-alone", calendar,
         "( dans | durant | pendant | de | cours de | avant | apres | des | vers | jusqu' a ) { ( la | l' ) "
         "PART } !( de | du | d' )"},
    Rule{"part-after-preposition", calendar, "( en | au ) { PART } !( de | du | d' )"},

    // ---- clock times
    Rule{"clock", calendar, "~( pendant | durant | en | pour | les ) $SURECLOCK"},
    Rule{"clock-about", calendar,
         "( a | vers | des ) { ABOUT $CLOCK } $TIMEOF | ( avant | apres ) { ABOUT $SURECLOCK } $TIMEOF"},
    Rule{"clock-seconds", calendar,
         "( a | vers ) { HOUR h MINUTE ( min | mn ) MINUTE ( s | sec | secondes ) }"},
    Rule{"clock-after-preposition", calendar,
         "( a | vers | des | avant | alentours de | environs de | autour de | entre | peu apres | est ) { "
         "HOUR ( heure | heures ) [ et FRACTION | FRACTION ] $ZONED } $TIMEOF"},
    Rule{"noon", calendar,
         "( a | vers | avant | apres | des | peu apres | de | entre | jusqu' a ) { NOON [ et FRACTION ] "
         "$ZONED }"},

    // ---- durations
    Rule{"one-day", duration, "( pendant | durant | en | apres | ABOUT ) { NUMBER UNIT }"},
    Rule{"someday", nothing, "un jour | une journee !( entiere | complete )"},
    Rule{"duration", duration,
         "$ABOUTS $AMOUNT [ LAST | NEXT | premiers | premieres ] UNIT !( YEAR ) [ LAST | NEXT ] [ et [ un ] "
         "FRACTION | [ et | , ] NUMBER UNIT [ [ et | , ] NUMBER UNIT ] ]"},
    Rule{"duration-shared", duration, "{ NUMBER } et NUMBER UNIT"},
    Rule{"duration-to", duration, "$ABOUTS NUMBER !( au | / ) TO NUMBER UNIT"},
    Rule{"fraction", duration, "$ABOUTS [ une | un ] FRACTION [ - | d' ] UNIT"},
    Rule{"indefinite", duration,
         "( depuis | pendant | durant | apres | avant | pour ) { des UNIT } !( YEAR | YEAR2 | TENS )"},
    Rule{"these-last", duration, "( CURRENT | les | des ) { ( LAST | NEXT ) [ NUMBER ] UNIT }"},
    Rule{"these-last-span", duration, "CURRENT [ NUMBER ] ( LAST | NEXT ) [ NUMBER ] UNIT"},
    Rule{"whole", span_of, "( toute | tout ) ( la | l' | le ) UNIT !( YEAR | LAST )"},
    Rule{"long", unknown, "( depuis | pendant ) { longtemps }"},

    // ---- sets
    Rule{"every", set, "( tous | toutes ) les [ NUMBER ] ( UNIT | WEEKDAYS | PART ) [ a $CLOCK ]"},
    Rule{"each", set, "chaque ( UNIT | WEEKDAY [ PART ] | MONTH | PART | SEASON ) [ a $CLOCK ]"},
    Rule{"clock-every", set,
         "a { $CLOCK ( ( tous | toutes ) les ( UNIT | WEEKDAYS ) | chaque ( UNIT | WEEKDAY ) ) }"},
    Rule{"on-weekdays", set, "les { WEEKDAYS [ PART ] [ a $CLOCK ] } !( de | d' )"},
    Rule{"periodic", set, "PERIODIC"},
    Rule{"times-per", rate, "NUMBER fois par UNIT"},
};

}  // namespace

Table table() {
  return {rules, macros};
}

}  // namespace recoupe::times::fr
